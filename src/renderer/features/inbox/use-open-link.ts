export { useOpenLink } from '../../app'
