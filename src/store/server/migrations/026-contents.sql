-- 一份公开各节的行写的是什么，一个数：内容相同即相同。导出的分区靠它知道有没有改动
CREATE TABLE content_rows (
  disclosure bigint NOT NULL REFERENCES disclosure_rows (id) ON DELETE CASCADE,
  content    bigint NOT NULL,
  PRIMARY KEY (disclosure)
);
