package io.pharos.platform.edge.web;

import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of each problem code: where the {@code type} of a problem leads. */
@RestController
public final class ProblemPages {
    private final ProblemTexts texts;
    private final Map<String, ProblemCode> codes;

    public ProblemPages(ProblemTexts texts, List<ProblemBundle> bundles) {
        this.texts = texts;
        this.codes = bundles.stream()
                .flatMap(bundle -> bundle.codes().stream())
                .collect(Collectors.toMap(ProblemCode::name, code -> code, (first, same) -> first, TreeMap::new));
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) {
        ProblemCode known = codes.get(code);
        if (known == null) {
            return ResponseEntity.notFound().build();
        }
        StringBuilder page = new StringBuilder(code + " (HTTP " + known.status() + ")\n");
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var problem =
                    texts.render(new ProblemException(known, "…", "…", "…"), language, RequestIdFilter.of(request));
            page.append('\n')
                    .append(problem.title())
                    .append('\n')
                    .append(problem.detail())
                    .append('\n');
        }
        return ResponseEntity.ok(page.toString());
    }
}
