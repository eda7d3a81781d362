/** What documents and mails say, in each language: texts, amounts, dates, and how a line of an order is put in words. */
@org.jspecify.annotations.NullMarked
package afterorder.documents.wording;
