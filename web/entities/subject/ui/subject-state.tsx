import { isActive, stateLabels, type Subject } from '../model/subject.ts'
import './subject.css'

export const SubjectState = ({ subject }: { subject: Pick<Subject, 'state'> }) => (
  <span className={isActive(subject) ? 'subject-state is-active' : 'subject-state is-gone'}>{stateLabels[subject.state]}</span>
)
