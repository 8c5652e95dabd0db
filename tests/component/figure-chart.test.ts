import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ChartDefinition } from '../../src/shared/charts/chart-definition'
import { chartCsv, chartTable } from '../../src/shared/charts/chart-table'
import FigureChart from '../../src/renderer/charts/FigureChart.vue'
import { press, stage } from './ui-support'

const chart: ChartDefinition = {
  kind: 'line', title: 'Views by channel', valueLabel: 'Views', categoryLabel: 'Day', unit: { kind: 'count' },
  categories: [{ key: 'a', label: 'Monday' }, { key: 'b', label: 'Tuesday' }, { key: 'c', label: 'Wednesday' }],
  series: [
    { id: 'ig', name: 'Instagram', color: 0, points: [{ x: 'a', y: 0 }, { x: 'b', y: null }, { x: 'c', y: 1200, n: 3 }] },
    { id: 'fb', name: 'Facebook', color: 1, points: [{ x: 'a', y: 5 }] }
  ],
  breaks: [{ x: 'c', label: 'Facebook counts anew' }],
  annotations: [{ id: 'e', x: 'a', until: 'b', text: 'Strike' }]
}
const show = async () => (await stage(FigureChart, { props: { chart, locale: 'en-US' } })).wrapper

describe('a chart', () => {
  it('says each point that the keyboard stops at, gaps and events too', async () => {
    const wrapper = await show()
    wrapper.get<HTMLElement>('[role=application]').element.focus()
    const said = (): string => wrapper.get('[role=status]').text()
    await press('Home')
    expect(said()).toBe('Monday, Instagram: 0, Strike')
    await press('ArrowRight')
    expect(said()).toBe('Tuesday, Instagram: no data, Strike')
    await press('End')
    expect(said()).toBe('Wednesday, Instagram: 1,200 (n = 3), Facebook counts anew')
    await press('ArrowDown')
    expect(said()).toContain('Facebook: no data')
    await press('Enter')
    expect(wrapper.emitted('pick')).toEqual([['c']])
    wrapper.unmount()
  })

  it('has a table behind it that tells zero from no data', async () => {
    const wrapper = await show()
    await wrapper.get('button[aria-label="Show as table: Views by channel"]').trigger('click')
    await flushPromises()
    const rows = wrapper.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
    expect(rows).toEqual([
      ['Monday', '0', '5', 'Strike'],
      ['Tuesday', 'no data', 'no data', 'Strike'],
      ['Wednesday', '1,200 (n = 3)', 'no data', 'Facebook counts anew']
    ])
    wrapper.unmount()
  })

  it('says in words that nothing is known', async () => {
    const nothing = { ...chart, series: [{ id: 'ig', name: 'Instagram', color: 0 as const, points: [{ x: 'a', y: null }] }] }
    const { wrapper } = await stage(FigureChart, { props: { chart: nothing, locale: 'en-US' } })
    expect(wrapper.text()).toContain('No figures for these days')
    expect(wrapper.find('canvas').exists()).toBe(false)
    wrapper.unmount()
  })
})

describe('a chart as CSV', () => {
  it('leaves empty what is not known, gives n a column, and runs no formula', () => {
    const risky = { ...chart, annotations: [{ id: 'e', x: 'a', until: 'a', text: '=cmd()' }] }
    expect(chartCsv(chartTable(risky, { locale: 'en-US', missing: 'no data' }), 'Events').split('\r\n')).toEqual([
      'Day,Instagram,Instagram (n),Facebook,Events', "Monday,0,,5,'=cmd()", 'Tuesday,,,,', 'Wednesday,1200,3,,Facebook counts anew', ''
    ])
  })
})
