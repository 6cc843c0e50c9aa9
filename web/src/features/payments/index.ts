export { default as FirstDeposit } from './FirstDeposit.vue';
