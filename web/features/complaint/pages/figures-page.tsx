import { FiguresPage } from '@/widgets/figures-page/ui/figures-page.tsx'
import { complaintFigures } from '../api/get-figures.ts'

export default function ComplaintFiguresPage() {
  return <FiguresPage source={complaintFigures} />
}
