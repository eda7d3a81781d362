package afterorder.order.correction;

import afterorder.order.DocumentKind;
import afterorder.order.Language;
import afterorder.order.row.Parked;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction as the HTTP interface shows it.
 *
 * @param document the kind of what is issued
 * @param invoice the number of the invoice that is corrected
 * @param lines that are taken back, as ranges; absent where all is billed anew
 * @param number of what is issued; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CorrectionView(
        String part,
        DocumentKind document,
        String invoice,
        @Nullable List<String> lines,
        CorrectionRow.Status status,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        Parked.@Nullable Told parked) {

    public static CorrectionView of(CorrectionRow row) {
        Issue issue = row.issue();
        List<String> lines =
                switch (row.wanted()) {
                    case Wanted.Cancellation cancellation ->
                        cancellation.lines().ranges();
                    case Wanted.Replacement replacement -> null;
                };
        return new CorrectionView(
                row.key().part(),
                row.wanted().document(),
                row.wanted().invoice(),
                lines,
                row.status(),
                issue == null ? null : issue.number(),
                issue == null ? null : issue.issuedOn(),
                row.progress().told(Language.EN).orElse(null));
    }
}
