package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What a mailed link leads to. */
public record Download(String mediaType, byte[] content) {

    /** Opens the link as a browser does. */
    public static Download behind(String link, Api api) {
        HttpResponse<String> redirect = api.get(link);
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        HttpResponse<byte[]> document =
                api.bytes(redirect.headers().firstValue("location").orElseThrow());
        assertThat(document.statusCode()).isEqualTo(200);
        return new Download(document.headers().firstValue("content-type").orElseThrow(), document.body());
    }
}
