package io.reelrecs.grpc.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The file of callers. */
class CallersTest {

  private static final String HASH = "sha256:" + "ab".repeat(32);

  private static Callers read(String text) throws CredentialException {
    return Callers.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(CredentialException.class).hasMessage(why);
  }

  @Test
  void byToken_severalValidAtOnce_eachIsItsOwner() throws Exception {
    BearerToken old = BearerToken.random();
    BearerToken fresh = BearerToken.random();
    BearerToken other = BearerToken.random();
    Callers callers =
        read(
            "# who may call\r\n\n"
                + old.line("pipeline", Set.of(Role.SCORE))
                + "\r\n  "
                + fresh.line("pipeline", Set.of(Role.SCORE))
                + "\n\t# and\n"
                + other.line("on-call", Set.of(Role.ADMIN, Role.SCORE)));

    Caller pipeline = new Caller("pipeline", Set.of(Role.SCORE));
    assertThat(callers.byToken(old.reveal())).contains(pipeline);
    assertThat(callers.byToken(fresh.reveal())).contains(pipeline);
    assertThat(callers.byToken(other.reveal()))
        .contains(new Caller("on-call", Set.of(Role.SCORE, Role.ADMIN)));
    assertThat(callers.byToken(BearerToken.random().reveal())).isEmpty();
    assertThat(callers.byToken(old.reveal() + "x")).isEmpty();
    assertThat(callers.byToken("")).isEmpty();
    assertThat(callers.toString()).isEqualTo("3 tokens, 0 names in certificates");
  }

  @Test
  void byToken_shortOne_isNotTakenThoughItsHashIsThere() throws Exception {
    String sha256OfSecret = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    assertThat(read("x score sha256:" + sha256OfSecret).byToken("secret")).isEmpty();
  }

  @Test
  void byPeerNames_firstKnownCounts() throws Exception {
    Callers callers = read("a score dns:a.test\nb admin uri:spiffe://test/b");
    assertThat(callers.needCertificates()).isTrue();
    assertThat(callers.byPeerNames(List.of("dns:x", "uri:spiffe://test/b", "dns:a.test")))
        .contains(new Caller("b", Set.of(Role.ADMIN)));
    assertThat(callers.byPeerNames(List.of("a.test", "uri:a.test"))).isEmpty();
  }

  @Test
  void read_badLine_saysWhichAndQuotesNothing() {
    refused(
        "# nothing\n",
        "names no caller, so nobody could call; add the line that `token new` prints");
    refused("\n\npipeline score", "line 3: has 2 fields; it has to be NAME ROLES CREDENTIAL");
    refused("a b c d", "line 1: has 4 fields; it has to be NAME ROLES CREDENTIAL");
    refused(
        "pipe/line score " + HASH,
        "line 1: the name has to be 1 to 64 letters, digits, dots, dashes and underscores");
    for (String roles : List.of("root", "score,", ",", "SCORE")) {
      refused(
          "a " + roles + " " + HASH, "line 1: the roles have to be score, admin or score,admin");
    }
    for (String credential : List.of(BearerToken.random().reveal(), HASH + "0", "dns:", "md5:aa")) {
      refused(
          "a score " + credential,
          "line 1: the credential has to be sha256: and 64 hexadecimal digits, dns: and a name, or"
              + " uri: and a URI (a token itself has no place in this file)");
    }
    refused(
        "a score " + HASH + "\nb admin " + HASH.replace("ab", "AB"),
        "line 2: the credential is there twice");
    refused("a score dns:x\nb admin dns:x", "line 2: the credential is there twice");
    assertThatThrownBy(() -> Callers.read(new byte[] {(byte) 0xff}))
        .hasMessage("is no text in UTF-8");
  }

  @Test
  void random_isLongUnguessableAndHidden() {
    BearerToken token = BearerToken.random();
    assertThat(token.reveal()).matches("rr_[A-Za-z0-9_-]{43}");
    assertThat(token.reveal()).isNotEqualTo(BearerToken.random().reveal());
    assertThat(token.toString()).doesNotContain(token.reveal());
    assertThat(token.line("a", Set.of(Role.SCORE))).doesNotContain(token.reveal());
    assertThatThrownBy(() -> token.line("a b", Set.of(Role.SCORE)))
        .hasMessageStartingWith("the name must be 1 to 64 letters");
    assertThatThrownBy(() -> token.line("a", Set.of())).hasMessage("roles must not be empty");
  }

  @Test
  void covers_adminIsScoreToo() {
    assertThat(Role.ADMIN.covers(Role.SCORE)).isTrue();
    assertThat(Role.SCORE.covers(Role.ADMIN)).isFalse();
    assertThat(Role.SCORE.covers(Role.SCORE)).isTrue();
  }

  /** Hashes of tokens are compared in constant time, and in no other way. */
  @Test
  void byToken_comparesInConstantTime() {
    JavaClasses all = new ClassFileImporter().importPackages("io.reelrecs.grpc.security");
    classes()
        .that()
        .haveFullyQualifiedName(Callers.class.getName())
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(all);
    noClasses()
        .should()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .orShould()
        .callMethod(Arrays.class, "compare", byte[].class, byte[].class)
        .check(all);
  }
}
