package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as the JDK's XML parser sees it, which knows nothing of how it was made. */
record Page(String html, Element root) {

  static Page of(ReportContent content) throws Exception {
    String html = EvaluationReport.html(content);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return new Page(
        html,
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement());
  }

  /** All elements of a name, in the order of the page. */
  List<Element> all(String tag) {
    return all(root, tag);
  }

  static List<Element> all(Element within, String tag) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = within.getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The section with this heading. */
  Element section(String heading) {
    List<Element> found =
        all("section").stream()
            .filter(section -> all(section, "h2").get(0).getTextContent().equals(heading))
            .toList();
    assertThat(found).as(heading).hasSize(1);
    return found.get(0);
  }

  /** The rows of the table whose caption begins so: each cell's text, the head's included. */
  List<List<String>> table(String caption) {
    List<Element> found =
        all("table").stream()
            .filter(table -> all(table, "caption").get(0).getTextContent().startsWith(caption))
            .toList();
    assertThat(found).as(caption).hasSize(1);
    List<List<String>> rows = new ArrayList<>();
    for (Element row : all(found.get(0), "tr")) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.getChildNodes().getLength(); i++) {
        if (row.getChildNodes().item(i) instanceof Element cell) {
          cells.add(cell.getTextContent().strip());
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The row of that table that begins with this text, without it. */
  List<String> row(String caption, String head) {
    List<List<String>> found =
        table(caption).stream().filter(row -> row.get(0).equals(head)).toList();
    assertThat(found).as(head).hasSize(1);
    return found.get(0).subList(1, found.get(0).size());
  }
}
