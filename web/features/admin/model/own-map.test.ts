import { expect, it } from 'vitest'
import { maxMapBytes } from '@contract/map-outline.ts'
import { problemsOf } from '@/shared/form/fields.ts'
import { isShownIn, missingWords, ownMapFormSchema, ownMapWords, uploadedSchema } from './own-map.ts'

const filled = {
  file: new File(['{}'], 'a.json'),
  producer: '安徽省地图院',
  approval_no: '皖S（2024）12号',
  effective_from: '2026-12-01',
  reason: '测试',
}

it('asks for the file, its producer and its review number, and says what is wrong', () => {
  expect(problemsOf(ownMapFormSchema, filled)).toEqual([])
  const named = (patch: object) => problemsOf(ownMapFormSchema, { ...filled, ...patch }).map(({ name, message }) => `${name} ${message}`)
  expect(named({ file: undefined })).toEqual(['file 请选择地图文件'])
  expect(named({ file: new File([new Uint8Array(maxMapBytes + 1)], 'a.json') })).toEqual(['file 地图文件超过 4 MB，请简化界线'])
  expect(named({ approval_no: '12' })).toEqual(['approval_no 审图号形如“皖S（2024）12号”“GS（2024）0650号”'])
  expect(named({ producer: '' })).toEqual(['producer 请填写编制单位，4 至 60 个字'])
})
it.each(['皖S（2024）12号', 'GS（2024）0650号', 'GS京(2022)1061号', '鄂S(2023)009号'])('takes %s', (number) =>
  expect(problemsOf(ownMapFormSchema, { ...filled, approval_no: number })).toEqual([]),
)
it('says in a line what a version is', () => {
  expect(ownMapWords('合肥市', { is_shown: true, producer: '安徽省地图院', approval_no: '皖S（2024）12号' })).toBe(
    '合肥市：审图号 皖S（2024）12号，编制单位 安徽省地图院',
  )
  expect([ownMapWords('合肥市', {}), isShownIn({ is_shown: true }), isShownIn({})]).toEqual(['合肥市：改用示意图', true, false])
})
it('names what is missing, not all of it', () => {
  expect([missingWords([]), missingWords(['甲']), missingWords(['甲', '乙', '丙', '丁'])]).toEqual([
    '',
    '，没有甲的界线',
    '，没有甲、乙、丙等 4 个地区的界线',
  ])
  expect(uploadedSchema.parse({ path: 'x', places: 1, missing: [] })).toEqual({ path: 'x', places: 1, missing: [] })
})
