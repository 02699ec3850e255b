import type { FC } from 'hono/jsx';
import { YearField } from '../../parts/year-field.js';
import { LONGEST_PATH, MOST_ADDRESSES, type WishFields } from './read-wish.js';

/** What the choice is called by which private networks are asked too. */
export const PRIVATE_TITLE = '也访问本机和内网的地址（自己的测试站）';

/** What a person asks for, with what was written into it before. */
export const WishForm: FC<{ fields: WishFields }> = ({ fields }) => (
  <section>
    <h2>{fields.folder === '' ? '收集' : '再收集一次'}</h2>
    <form class="import" method="post" action="/collect">
      <label>
        网址，每行一个：列表页、文章页或文件
        <textarea
          name="addresses"
          rows={6}
          required
          maxlength={MOST_ADDRESSES}
          placeholder={'http://www.example.gov.cn/czj/yjsgk/index.html'}
        >
          {fields.addresses}
        </textarea>
      </label>
      <label>
        取到本机的哪个文件夹
        <input
          name="folder"
          required
          value={fields.folder}
          placeholder="/home/我/株洲2024"
          maxlength={LONGEST_PATH}
        />
      </label>
      <label>
        您的邮箱或网址，写进每个请求，网站的管理员由它找到您
        <input
          name="contact"
          required
          value={fields.contact}
          placeholder="audit@example.org"
          maxlength={200}
        />
      </label>
      <label>
        列表中的标题须有其中一个词（都不填为不限）
        <input name="titles" value={fields.titles} maxlength={500} />
      </label>
      <YearField value={fields.year} />
      <details>
        <summary>走多远、走多快</summary>
        <NumberField name="depth" title="往下跟几层链接" value={fields.depth} least={0} />
        <NumberField name="pages" title="一个列表最多翻几页" value={fields.pages} least={1} />
        <NumberField name="pause" title="两次请求之间停几秒" value={fields.pause} least={1} />
        <NumberField name="quota" title="对一个网站一天最多请求几次" value={fields.quota} least={1} />
        <label class="choice">
          <input type="checkbox" name="private" value="1" checked={fields.private !== ''} /> {PRIVATE_TITLE}
        </label>
      </details>
      <p class="soft">取过的不会重取；取完之后再收集，只取变了的，旧版本留着。</p>
      <button type="submit">收集</button>
    </form>
  </section>
);

const NumberField: FC<{ name: string; title: string; value: string; least: number }> = ({
  name,
  title,
  value,
  least,
}) => (
  <label>
    {title}
    <input name={name} type="number" class="short" value={value} min={least} max={999_999} />
  </label>
);
