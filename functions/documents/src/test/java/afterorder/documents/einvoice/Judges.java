package afterorder.documents.einvoice;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xrechnung.XRechnungValidation;
import com.helger.phive.zugferd.ZugferdValidation;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Those who judge an e-invoice: XML Schema and Schematron of EN 16931, ZUGFeRD and XRechnung, as their authors publish them. */
final class Judges {
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY =
            new ValidationExecutorSetRegistry<>();

    static {
        EN16931Validation.initEN16931(REGISTRY);
        ZugferdValidation.initZugferd(REGISTRY);
        XRechnungValidation.initXRechnung(REGISTRY);
    }

    private Judges() {}

    /** Whatever they complain of, errors and warnings alike; empty when nothing. */
    static List<String> complaints(byte[] xml, Profile profile) throws Exception {
        List<String> complaints = new ArrayList<>(complaints(xml, EN16931Validation.VID_CII_1316));
        complaints.addAll(
                switch (profile) {
                    case EN_16931 -> complaints(xml, ZugferdValidation.VID_ZUGFERD_2_4_EN16931);
                    case XRECHNUNG -> complaints(xml, XRechnungValidation.VID_XRECHNUNG_CII_302);
                });
        return complaints;
    }

    private static List<String> complaints(byte[] xml, DVRCoordinate rules) throws Exception {
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                REGISTRY.getOfID(rules),
                ValidationSourceXML.create("invoice", parsed(xml)),
                Locale.ENGLISH);
        List<String> complaints = new ArrayList<>();
        results.forEach(result -> {
            if (result.isSkipped()) complaints.add(rules.getArtifactID() + ": a judge was skipped");
        });
        results.forEachFlattened(complaint -> complaints.add(rules.getArtifactID() + ": "
                + complaint.getErrorLevel().getID() + " " + complaint.getErrorText(Locale.ENGLISH)));
        return complaints;
    }

    private static Document parsed(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
