// ISO/IEC 18013-5 §8.3.2.1.2.1 (DataElements).
namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>A data element a reader asks for.</summary>
/// <param name="NameSpace">Where its identifier is defined.</param>
/// <param name="Identifier">Its identifier.</param>
/// <param name="IntentToRetain">True when the reader means to keep it beyond the transaction.</param>
public sealed record RequestedElement(string NameSpace, string Identifier, bool IntentToRetain);
