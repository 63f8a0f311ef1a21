using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Verifier;

/// <summary>The root of the demonstration's registrar, by which wallets recognise what the town is registered for. Only in demonstrations.</summary>
/// <param name="Name">Who registers, as shown to a person.</param>
/// <param name="Certificate">The root.</param>
public sealed record RegistrarAnchor(LocalizedText Name, X509Certificate2 Certificate);
