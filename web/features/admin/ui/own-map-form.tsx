import { Button } from 'antd'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { todayInShanghai } from '@/shared/format/date.ts'
import { useCheckedForm } from '@/shared/form/use-checked-form.ts'
import { FormBody } from '@/shared/ui/form-body.tsx'
import { FormField, TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useUploadMap } from '../api/own-maps.ts'
import { usePublishVersion } from '../api/versions.ts'
import { missingWords, ownMapFormSchema } from '../model/own-map.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { FileInput } from './file-input.tsx'

/** The file first, which is checked; then the version that names it. Sent twice it is one file. */
export function OwnMapForm({ root }: { root: number }) {
  const upload = useUploadMap()
  const publish = usePublishVersion()
  const checked = useCheckedForm({
    schema: ownMapFormSchema,
    initial: { effective_from: todayInShanghai() },
    onSubmit: async ({ region = root, file, producer, approval_no, effective_from: from, reason }) => {
      const { path, places, missing } = await upload.mutateAsync({ region, file })
      await publish.mutateAsync({ kind: 'map', key: String(region), body: { is_shown: true, producer, approval_no, path }, from, reason })
      checked.form.resetFields()
      showToast(missing.length > 0 ? 'warning' : 'success', `地图已发布，含 ${places} 个地区${missingWords(missing)}`)
    },
  })
  return (
    <FormBody checked={checked}>
      <fieldset className="form-section">
        <legend>上传地图</legend>
        <div className="form-grid">
          <FormField name="region" hint="地图画的是它的下级地区；不选即全站">
            <RegionCascader root={root} label="地图所在区划" />
          </FormField>
          <FormField name="file" hint="GeoJSON 文件（FeatureCollection），每个地区的 properties.adcode 写区划代码，经纬度坐标，不超过 4 MB">
            <FileInput accept=".json,.geojson,application/json" />
          </FormField>
          <TextField name="approval_no" hint="公开展示的地图须经审核，审图号显示在地图下方" />
          <TextField name="producer" />
        </div>
        <EffectiveFields />
      </fieldset>
      <p className="form-acts">
        <Button type="primary" htmlType="submit" loading={checked.isPending}>
          上传并发布
        </Button>
      </p>
    </FormBody>
  )
}
