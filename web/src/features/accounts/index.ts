export { default as PasswordField } from './PasswordField.vue';
export { useSession } from './session';
