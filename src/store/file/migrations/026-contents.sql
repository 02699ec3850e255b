-- 一份公开各节的行写的是什么，一个数：内容相同即相同。导出的分区靠它知道有没有改动；这一结构之前写下的没有，导出时逐行比
CREATE TABLE content_rows (
  disclosure INTEGER PRIMARY KEY REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  content    INTEGER NOT NULL
) STRICT;
