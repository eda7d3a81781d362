package afterorder.documents.page;

/** How our pages look. The header that allows this style, and no other, carries its hash. */
public final class PageStyle {
    public static final String CSS = """
            :root{color-scheme:light}
            *{box-sizing:border-box}
            body{margin:0;background:#f3f5f7;color:#1c2129;font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif}
            main{max-width:60rem;margin:2rem auto;padding:2rem;background:#fff;border:1px solid #d9dee3;border-radius:6px}
            h1{margin:0 0 1.25rem;font-size:1.5rem;line-height:1.3;color:#0d4578}
            h2{margin:2rem 0 .75rem;font-size:1.15rem;color:#0d4578}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem;margin:0}
            dt{color:#55606c}
            dd{margin:0;overflow-wrap:anywhere}
            .urgent{color:#a1160f;font-weight:600}
            .table{overflow-x:auto}
            table{width:100%;border-collapse:collapse}
            th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d9dee3;text-align:left;vertical-align:top}
            th{color:#55606c;font-weight:600}
            small{display:block;color:#55606c;font-size:.875rem}
            fieldset{margin:0 0 1.25rem;padding:1rem;border:1px solid #c4ccd4;border-radius:6px}
            legend{padding:0 .5rem;font-weight:600}
            label{display:block;margin:0 0 .25rem;font-weight:600}
            .choice{display:flex;gap:.6rem;align-items:baseline;margin:.35rem 0;font-weight:400}
            input[type=text],input[type=url],input[type=datetime-local],input[type=time],select,textarea{width:100%;padding:.5rem .6rem;border:1px solid #77818c;border-radius:4px;font:inherit;background:#fff;color:inherit}
            textarea{min-height:5rem;font:14px/1.4 ui-monospace,Consolas,monospace}
            input[type=text],input[type=url],input[type=datetime-local],input[type=time],select{max-width:24rem;margin-bottom:.75rem}
            textarea.words{margin-bottom:.75rem;font:inherit}
            details{margin:0 0 .75rem;border:1px solid #c4ccd4;border-radius:6px}
            .table+details{margin-top:1rem}
            summary{padding:.75rem 1rem;font-weight:600;color:#0d4578;cursor:pointer}
            details form{padding:.25rem 1rem 1.25rem}
            .fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 1.25rem;align-items:end}
            .fields .first{grid-column-start:1}
            .fields .wide,.fields fieldset{grid-column:1/-1}
            .lines{white-space:pre-line}
            .message p{margin:0}
            .message ul{margin:.25rem 0 0;padding-left:1.25rem}
            a{color:#0d4578}
            :focus-visible{outline:3px solid #2f7fc4;outline-offset:2px}
            [aria-invalid]{border-color:#a1160f!important;border-width:2px!important}
            .error{margin:.25rem 0 .75rem;color:#a1160f}
            .message{margin:0 0 1.5rem;padding:1rem 1.25rem;border-left:5px solid #a1160f;background:#fdf0ef}
            .done{border-color:#1d7a3e;background:#eef8f1}
            .sens{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:0 1rem}
            button{padding:.7rem 1.6rem;border:0;border-radius:4px;background:#0d4578;color:#fff;font:inherit;font-weight:600;cursor:pointer}
            @media(max-width:40rem){main{margin:0;padding:1.25rem;border:0;border-radius:0}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
            """;

    private PageStyle() {}
}
