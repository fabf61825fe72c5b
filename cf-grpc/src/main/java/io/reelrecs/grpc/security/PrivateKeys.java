package io.reelrecs.grpc.security;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Reads private keys. */
final class PrivateKeys {

  private static final byte[] PROBE = {'r', 'e', 'e', 'l', 'r', 'e', 'c', 's'};

  private PrivateKeys() {}

  /**
   * The private key of a PEM file that belongs to {@code certified}: in PKCS#8, or in the older
   * formats PKCS#1 (RSA) and SEC1 (EC) that some tools still write.
   *
   * @throws CredentialException if there is none, it is damaged, or it belongs to another
   *     certificate
   */
  static PrivateKey read(byte[] pem, PublicKey certified) throws CredentialException {
    String algorithm = certified.getAlgorithm();
    if (!algorithm.equals("RSA") && !algorithm.equals("EC")) {
      throw new CredentialException(
          "would have to be an " + algorithm + " key; only RSA and EC are supported");
    }
    List<Pem> keys =
        Pem.read(pem).stream().filter(block -> block.type().endsWith("PRIVATE KEY")).toList();
    if (keys.size() != 1) {
      throw new CredentialException(
          "holds " + keys.size() + " private keys in PEM format; it has to be one");
    }
    PrivateKey key;
    try {
      key =
          KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(pkcs8(keys.get(0), certified)));
    } catch (GeneralSecurityException e) {
      throw new CredentialException( // without the cause, which might quote the key
          "is damaged, or does not belong to the certificate, which wants an "
              + algorithm
              + " key");
    }
    if (!belong(key, certified)) {
      throw new CredentialException("does not belong to the certificate");
    }
    return key;
  }

  /** Whether what one signs the other finds right. */
  static boolean belong(PrivateKey key, PublicKey certified) {
    String name = certified.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      Signature signer = Signature.getInstance(name);
      signer.initSign(key);
      signer.update(PROBE);
      byte[] signed = signer.sign();
      Signature verifier = Signature.getInstance(name);
      verifier.initVerify(certified);
      verifier.update(PROBE);
      return verifier.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * The key in PKCS#8. The older formats lack the name of the algorithm and the curve: the
   * certificate's key has both, in the same form.
   */
  private static byte[] pkcs8(Pem key, PublicKey certified) {
    if (key.type().equals("PRIVATE KEY")) {
      return key.der();
    }
    byte[] version = {2, 1, 0};
    return element(0x30, version, algorithm(certified.getEncoded()), element(0x04, key.der()));
  }

  /** The first element of a SubjectPublicKeyInfo. */
  private static byte[] algorithm(byte[] publicKey) {
    ByteBuffer in = ByteBuffer.wrap(publicKey);
    skipHeader(in);
    int start = in.position();
    int length = skipHeader(in);
    byte[] algorithm = new byte[in.position() - start + length];
    in.position(start).get(algorithm);
    return algorithm;
  }

  /** Moves behind tag and length, and says the length. */
  private static int skipHeader(ByteBuffer in) {
    in.get();
    int first = in.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int bytes = first & 0x7f; bytes > 0; bytes--) {
      length = (length << 8) | (in.get() & 0xff);
    }
    return length;
  }

  private static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = body.size();
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
      out.write(0x80 | bytes);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out.write(length >> shift);
      }
    }
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }
}
