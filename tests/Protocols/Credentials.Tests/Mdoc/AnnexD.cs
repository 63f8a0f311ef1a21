using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>The values of ISO/IEC 18013-5 Annex D.</summary>
internal static class AnnexD
{
    public static readonly DateTimeOffset Time = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<JsonObject> File = new(() => Vectors.Read("mdoc/annex-d.json"));

    public static IEnumerable<string> Names => File.Value["values"]!.AsArray().Select(value => value!["name"]!.GetValue<string>());

    public static SessionTranscript Transcript => SessionTranscript.Parse(Embedded("session_transcript_bytes")).Expect();

    public static JsonNode Expected(string name) => File.Value["expected"]![name]!;

    public static byte[] Value(string name) => Convert.FromHexString(
        File.Value["values"]!.AsArray().Single(value => value!["name"]!.GetValue<string>() == name)!["hex"]!.GetValue<string>());

    public static byte[] Intermediate(string name) => Convert.FromHexString(File.Value["intermediate_values"]![name]!.GetValue<string>());

    /// <summary>The bytes inside a value that is tag 24 around a byte string.</summary>
    public static ReadOnlyMemory<byte> Embedded(string name) => Credentials.Cbor.StrictCbor.Parse(Value(name)).Expect().Embedded!.Value;

    public static DecryptionKey Key(string name) => new(ECDiffieHellman.Create(Parameters(name)));

    public static SoftwareSigningKey Signer(string name) => new(ECDsa.Create(Parameters(name)));

    public static ChainRules Issuers(DateTimeOffset at) => new([X509CertificateLoader.LoadCertificate(Value("iaca_certificate"))], MdocTrust.DocumentSigner, at);

    public static ChainRules Readers(DateTimeOffset at) => new([X509CertificateLoader.LoadCertificate(Value("reader_root_certificate"))], MdocTrust.Reader, at);

    private static ECParameters Parameters(string name) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = Convert.FromHexString(File.Value["keys"]![name]!["d"]!.GetValue<string>()),
    };
}
