package io.pharos.platform;

import io.pharos.platform.catalogue.CatalogueConfiguration;
import io.pharos.platform.core.CoreConnectionConfiguration;
import io.pharos.platform.edge.PublicEndpoints;
import io.pharos.platform.peer.Peers;
import io.pharos.platform.stream.ForwardedChannels;
import io.pharos.platform.stream.StreamConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Brings the roles of this process into its context, and for each role that is elsewhere what stands for it: a client of
 * its published interface, a forwarder for its public paths, and one for its channels.
 */
@Configuration(proxyBeanMethods = false)
@Import({RoleImports.Configurations.class, RoleImports.Clients.class})
class RoleImports {
    /** Names the roles of the process, comma-separated. */
    static final String PROPERTY = "pharos.roles";

    /** Whether the process has a connection to the core. */
    static final String CORE_PROPERTY = "pharos.core";

    /** After the controllers, before the static files. */
    private static final int FORWARDING_ORDER = 100;

    static Set<Role> rolesOf(Environment environment) {
        return Role.parse(environment.getRequiredProperty(PROPERTY));
    }

    @Bean
    SimpleUrlHandlerMapping forwardedPaths(
            Environment environment,
            Peers peers,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        Map<String, HttpRequestHandler> handlers = new HashMap<>();
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(rolesOf(environment)))) {
            PeerForwarder forwarder = new PeerForwarder(role, peers, problems);
            for (String path : role.publicPaths()) {
                handlers.put(path, forwarder);
                handlers.put(path + "/**", forwarder);
            }
        }
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(handlers);
        mapping.setOrder(FORWARDING_ORDER);
        return mapping;
    }

    /** What is forwarded is let through here, and checked where it is served. Staff's paths are checked twice. */
    @Bean
    PublicEndpoints forwardedEndpoints(Environment environment) {
        List<HttpMethod> methods = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE);
        return new PublicEndpoints(EnumSet.complementOf(EnumSet.copyOf(rolesOf(environment))).stream()
                .flatMap(role -> role.publicPaths().stream())
                .filter(path -> !path.startsWith("/api/v1/operations"))
                .flatMap(path -> Stream.of(path, path + "/**"))
                .flatMap(path -> methods.stream().map(method -> new PublicEndpoints.Endpoint(method, path)))
                .toList());
    }

    /** The configuration classes of this process's roles, and no other. */
    static final class Configurations implements ImportSelector {
        private final Environment environment;

        Configurations(Environment environment) {
            this.environment = environment;
        }

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            Set<Role> roles = rolesOf(environment);
            List<Class<?>> configurations = new ArrayList<>();
            if (environment.getProperty(CORE_PROPERTY, Boolean.class, false)) {
                configurations.add(CoreConnectionConfiguration.class);
                configurations.add(CatalogueConfiguration.class);
            }
            if (roles.contains(Role.EDGE)) {
                configurations.add(StreamConfiguration.class);
            }
            roles.forEach(role -> configurations.add(role.configuration()));
            return configurations.stream().map(Class::getName).toArray(String[]::new);
        }
    }

    /** Clients of the published interfaces, and the channels, of the other roles. */
    static final class Clients implements ImportBeanDefinitionRegistrar {
        private final Environment environment;

        Clients(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
            Set<Role> local = rolesOf(environment);
            Arrays.stream(Role.values()).filter(role -> !local.contains(role)).forEach(role -> {
                role.published()
                        .ifPresent(published -> registry.registerBeanDefinition(
                                role.roleName() + "Peer", client(registry, role, published)));
                if (!role.channels().isEmpty() && local.contains(Role.EDGE)) {
                    registry.registerBeanDefinition(role.roleName() + "Channels", channels(registry, role));
                }
            });
        }

        private static BeanDefinition channels(BeanDefinitionRegistry registry, Role role) {
            ListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
            return BeanDefinitionBuilder.genericBeanDefinition(
                            ForwardedChannels.class,
                            () -> new ForwardedChannels(role.roleName(), role.channels(), beans.getBean(Peers.class)))
                    .getBeanDefinition();
        }

        private static <T> BeanDefinition client(BeanDefinitionRegistry registry, Role role, Class<T> published) {
            ListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
            return BeanDefinitionBuilder.genericBeanDefinition(
                            published, () -> beans.getBean(Peers.class).client(role.roleName(), published))
                    .getBeanDefinition();
        }
    }
}
