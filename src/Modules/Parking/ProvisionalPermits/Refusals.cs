using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>A "no" about a provisional permit.</summary>
internal abstract record ProvisionalRefusal(string Name, int StatusCode, Func<ProvisionalTexts, RefusalText> Words)
    : SpokenRefusal<ProvisionalTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>A part of the statement is missing, or cannot be read.</summary>
internal sealed record StatementIncomplete() : ProvisionalRefusal("statement-incomplete", 422, texts => texts.StatementIncomplete);

/// <summary>The town gives none, or not to this person, or what was stated does not entitle to one.</summary>
internal sealed record NoProvisionalPermit() : ProvisionalRefusal("no-provisional-permit", 409, texts => texts.NoProvisionalPermit);

/// <summary>A provisional permit is not changed: it waits to be confirmed.</summary>
internal sealed record ProvisionalUnchanged() : ProvisionalRefusal("provisional-permit", 422, texts => texts.ProvisionalUnchanged);

/// <summary>The registers do not confirm what a provisional permit rests on: zone or vehicle are others.</summary>
internal sealed record StatementUnconfirmed() : PermitRefusal("statement-unconfirmed", texts => ProvisionalTexts.For(texts.Language).StatementUnconfirmed);

/// <summary>The days of a provisional permit are over, and the register has not answered yet.</summary>
internal sealed record RegisterStaysSilent() : OfficeDecides("register-stays-silent", texts => ProvisionalTexts.For(texts.Language).RegisterStaysSilent);
