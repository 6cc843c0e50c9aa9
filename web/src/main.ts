import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { asProblem } from './api';
import { i18n } from './language';
import { router } from './shell/router';
import './styles/tokens.css';
import './styles/base.css';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a part that did not answer is asked again.
      retry: (failures, cause) => asProblem(cause).isOutage && failures < 2,
    },
  },
});

createApp(App).use(createPinia()).use(VueQueryPlugin, { queryClient }).use(i18n).use(router).mount('#app');
