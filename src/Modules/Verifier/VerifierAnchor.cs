using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Verifier;

/// <summary>The root certificate by which wallets recognise the town as a verifier; for the wallet's trust list.</summary>
/// <param name="Name">Who asks, as shown to a person.</param>
/// <param name="Certificate">The root.</param>
public sealed record VerifierAnchor(LocalizedText Name, X509Certificate2 Certificate);
