export { useOutage, useOverallState, useStatus, useStatusFeed } from './status';
export { default as OutageBanner } from './OutageBanner.vue';
export { default as PartState } from './PartState.vue';
export { default as StatusLamp } from './StatusLamp.vue';
