import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readNotice } from './holiday-notice.ts'

const official = readFileSync(new URL('../../../../supabase/seed/data/work-calendar-exceptions.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .filter((line) => line.startsWith('2026'))
  .map((line) => line.split(','))

describe('a pasted notice', () => {
  it('gives the published calendar of 2026', () => {
    const { days, doubts } = readNotice(
      `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
       二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
       三、清明节：4月4日（周六）至6日（周一）放假，共3天。
       四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
       五、端午节：6月19日（周五）至21日（周日）放假，共3天。
       六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
       七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
      2026,
    )
    expect(doubts).toEqual([])
    expect(days.map(({ day, kind }) => [day, kind])).toEqual(official)
  })

  it.each([
    ['2027-01-01 至 2027-01-03 放假', [['2027-01-01', 'holiday']]],
    [
      '1月30日、31日上班',
      [
        ['2027-01-30', 'workday'],
        ['2027-01-31', 'workday'],
      ],
    ],
    [
      '4月30日至5月3日放假',
      [
        ['2027-04-30', 'holiday'],
        ['2027-05-03', 'holiday'],
      ],
    ],
    ['2026年12月31日至1月1日放假', []],
    ['今年没有安排', []],
  ])('reads %s', (text, days) => expect(readNotice(text, 2027).days.map(({ day, kind }) => [day, kind])).toEqual(days))

  it.each([
    ['2月30日放假', '“2月30日”不是有效的日期'],
    ['1月5日至1月3日放假', '“1月5日至1月3日”不是有效的日期'],
    ['1月1日', '“1月1日”没有写明放假还是上班'],
    ['2028年1月3日放假', '“2028年1月3日”不在 2027 年，请在该年录入'],
    ['1月4日上班', '2027-01-04 不是周末，上班无需调休'],
    ['1月2日放假。1月2日上班', '2027-01-02 既放假又上班'],
  ])('has its doubts about %s', (text, doubt) => expect(readNotice(text, 2027).doubts).toEqual([doubt]))
})
