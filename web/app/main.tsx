import { createRoot } from 'react-dom/client'
import { bindReadingToDocument } from '@/shared/preferences/reading-store.ts'
import 'virtual:title-font.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/public-shell.css'
import './styles/public-parts.css'
import './styles/public-form.css'
import { Providers } from './providers.tsx'
import { AppRouter } from './router.tsx'

bindReadingToDocument()

const root = document.getElementById('root')
if (!root) throw new Error('no #root')
createRoot(root).render(
  <Providers>
    <AppRouter />
  </Providers>,
)
