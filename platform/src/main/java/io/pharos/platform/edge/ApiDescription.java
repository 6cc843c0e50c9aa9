package io.pharos.platform.edge;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;

/** What the generated OpenAPI document says beyond what the controllers' signatures do. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, CsrfToken.class, IdempotencyKey.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Pharos API")
                        .version("1")
                        .description(
                                "Money, price and quantity are decimal strings. Errors are problem details (RFC 9457) "
                                        + "with a stable code. Writes need the header X-XSRF-TOKEN with the value of the cookie "
                                        + "XSRF-TOKEN, which GET /api/v1/session sets."))
                .servers(List.of(new Server().url("/")));
    }

    /** A parameter that reads a header must be described as one; and any endpoint may answer with a problem. */
    @Bean
    OperationCustomizer operations() {
        return (operation, handler) -> {
            boolean keyed = Arrays.stream(handler.getMethod().getParameterTypes())
                    .anyMatch(type -> type == IdempotencyKey.class);
            if (keyed) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyKey.HEADER)
                        .required(true)
                        .description("The same for a repetition, new for a new attempt; kept 48 hours")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("A problem")
                                    .content(new Content().addMediaType(Problem.MEDIA_TYPE, problem())));
            return operation;
        };
    }

    /** No controller returns a problem, so its shape has to be put in by hand. */
    @Bean
    OpenApiCustomizer problems() {
        return description -> ModelConverters.getInstance(true)
                .readAll(Problem.class)
                .forEach(description.getComponents()::addSchemas);
    }

    @Bean
    ApiSchemas apiSchemas() {
        return new ApiSchemas();
    }

    private static MediaType problem() {
        return new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + "Problem"));
    }
}
