package afterorder.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An e-mail address that SES takes: ASCII (RFC 5321 without quoted local parts), at most 254 characters, a domain with a dot. */
public record Email(@JsonValue String address) {
    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** @throws IllegalArgumentException when it is no address of that kind */
    @JsonCreator
    public Email {
        if (!isValid(address)) throw new IllegalArgumentException("not an e-mail address");
    }

    public static boolean isValid(String address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    @Override
    public String toString() {
        return address;
    }
}
