// ISO/IEC 18013-5 §7.2 (data elements).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>One data element.</summary>
/// <param name="NameSpace">Where its identifier is defined.</param>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Value">Its value.</param>
public sealed record MdocElement(string NameSpace, string Identifier, CborItem Value);
