package io.pharos.platform.stream;

import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.ProblemTexts;
import io.pharos.platform.edge.PublicEndpoints;
import io.pharos.platform.edge.SessionWatch;
import io.pharos.platform.edge.Sessions;
import io.pharos.platform.peer.Peers;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import tools.jackson.databind.ObjectMapper;

/**
 * The page's stream, for every process with an edge. Browsers of other origins are refused at the handshake;
 * programs, which send no origin, are not.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public class StreamConfiguration {
    /** Where the page connects. */
    public static final String PATH = "/api/v1/stream";

    @Bean
    ProblemBundle streamProblems() {
        return new ProblemBundle("messages/stream", List.of(StreamProblem.values()));
    }

    @Bean
    PublicEndpoints streamEndpoints() {
        return PublicEndpoints.reading(PATH);
    }

    @Bean
    SessionHandshake sessionHandshake(Sessions sessions, SessionWatch watch) {
        return new SessionHandshake(sessions, watch);
    }

    @Bean
    StreamHandler streamHandler(
            ObjectProvider<ChannelSource> sources,
            ObjectMapper json,
            ProblemTexts texts,
            SessionHandshake handshake,
            Peers peers) {
        return new StreamHandler(sources.orderedStream().toList(), json, texts, handshake, peers);
    }

    @Bean
    WebSocketConfigurer streamMapping(StreamHandler handler, SessionHandshake handshake) {
        return registry -> registry.addHandler(handler, PATH, PeerStream.PATH).addInterceptors(handshake);
    }
}
