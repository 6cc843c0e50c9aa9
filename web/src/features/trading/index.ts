export { default as ExecutionTable } from './ExecutionTable.vue';
export { default as OpenOrders } from './OpenOrders.vue';
export { default as OrderHistory } from './OrderHistory.vue';
export { useAccountFeed } from './accountFeed';
export { lastSymbol } from './lastSymbol';
export { useBalances, useExecutions, useOpenOrders, useRefreshMine } from './orders';
