import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  FieldTimeOutlined,
  DashboardOutlined,
  InboxOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

/** Manifests name an icon, the shell owns the drawing. */
export const navIcons: Record<string, ReactNode> = {
  inbox: <InboxOutlined />,
  complaint: <AuditOutlined />,
  figures: <BarChartOutlined />,
  calendar: <CalendarOutlined />,
  status: <DashboardOutlined />,
  audit: <SafetyCertificateOutlined />,
  list: <UnorderedListOutlined />,
  team: <TeamOutlined />,
  term: <FieldTimeOutlined />,
  code: <BookOutlined />,
  site: <SettingOutlined />,
}
