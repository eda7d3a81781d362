package afterorder.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/**
 * A service.
 *
 * @param service its key in the catalog
 * @param unit one of the units that the catalog has for it: {@code day}, {@code hour}
 */
public record ServiceLine(
        String service,
        String description,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
        String unit,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice)
        implements Line {

    @Override
    @JsonIgnore
    public BigDecimal count() {
        return quantity;
    }
}
