import { useQuery } from '@tanstack/react-query'
import { Popconfirm, Switch } from 'antd'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { siteModulesQuery, useSwitchModule } from '../api/site-modules.ts'
import type { SiteModule } from '../model/site-module.ts'

/** What the site offers. Nothing is deleted by switching a module off. */
export function SiteModules() {
  const query = useQuery(siteModulesQuery)
  return (
    <AsyncView query={query} empty="没有可以开关的功能模块" isEmpty={(all) => all.length === 0}>
      {(all) => (
        <ul className="site-modules">
          {all.map((one) => (
            <ModuleSwitch key={one.id} module={one} />
          ))}
        </ul>
      )}
    </AsyncView>
  )
}

function ModuleSwitch({ module: { id, title, is_enabled: isEnabled } }: { module: SiteModule }) {
  const turn = useSwitchModule()
  return (
    <li>
      <Popconfirm
        title={isEnabled ? `停用${title}？` : `启用${title}？`}
        description={isEnabled ? '停用后公众页面、菜单和定时任务立即停止，已有数据保留，可随时恢复。' : '启用后按原有权限和数据恢复使用。'}
        okText={isEnabled ? '停用' : '启用'}
        okButtonProps={{ danger: isEnabled }}
        onConfirm={() => turn.mutate({ id, isEnabled: !isEnabled })}
      >
        <Switch checked={isEnabled} loading={turn.isPending} aria-label={title} checkedChildren="启用" unCheckedChildren="停用" />
      </Popconfirm>
      <span>{title}</span>
    </li>
  )
}
