export { countText, type CountRequest, type TextCount, type TextLimits } from './count-text'
export { countBy, countingRules, tagsOf, type CountingRule } from './counting-rules'
export { ALT_FIELD, POST_FIELD, findNetworkNamed, findTextField, textFieldsOf, type TextField } from './text-fields'
