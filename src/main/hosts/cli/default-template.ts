/** How files are named unless said otherwise: a folder a network, then asset, placement and size. */
export const DEFAULT_TEMPLATE = '{network}/{asset}_{placement}_{w}x{h}.{ext}'
