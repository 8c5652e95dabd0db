import { describeTransport } from '../support/transport-suite'

describeTransport('in process', (core) => core.client)
