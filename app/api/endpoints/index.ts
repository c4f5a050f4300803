import { needList, needOne } from './needs'
import { scenarioList, scenarioOne } from './scenarios'
import { searchEndpoint } from './search'
import { contractStatisticsEndpoint, targetsEndpoint } from './statistics'

/** Every operation of the API; what is not listed here is not documented, and a test compares this with the routes. */
export const endpoints = [scenarioList, scenarioOne, needList, needOne, searchEndpoint, contractStatisticsEndpoint, targetsEndpoint]
