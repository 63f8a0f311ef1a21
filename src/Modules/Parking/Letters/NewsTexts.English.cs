namespace Modellstadt.Parking.Letters;

/// <summary>English.</summary>
internal sealed class EnglishNewsTexts : NewsTexts
{
    public override string EmailLabel => "E-mail address (optional)";
    public override string EmailHint => "We write to you at each step and remind you before the end. You confirm the address with a link. We delete it with the permit.";

    public override string SubjectOf(NewsKind kind) => kind switch
    {
        NewsKind.Received => "Your application has arrived",
        NewsKind.WithOffice => "Your application lies with the office",
        NewsKind.Granted => "Your resident parking permit is here",
        NewsKind.ProvisionallyGranted => "Your provisional resident parking permit is here",
        NewsKind.ProvisionalEnded => "Important: your provisional resident parking permit no longer counts",
        NewsKind.Refused => "Decision about your application",
        NewsKind.Renewed => "Your resident parking permit is renewed",
        NewsKind.Changed => "Your resident parking permit has changed",
        NewsKind.EndsSoon => "Your resident parking permit ends soon",
        NewsKind.Ended => "Your resident parking permit has ended",
        NewsKind.Revoked => "Important: your resident parking permit no longer counts",
        NewsKind.Suspended => "Your resident parking permit is suspended",
        NewsKind.TakenUp => "Your resident parking permit counts again",
        NewsKind.RefundDecided => "Decision about the refund",
        NewsKind.OtherZone => "Your resident parking permit no longer fits your home",
        NewsKind.FeeOverdue => "A payment is still due",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news."),
    };

    public override string WordsOf(NewsKind kind, string number, string until) => kind switch
    {
        NewsKind.Received => "We have got your application and check it. You need not do anything; you see its state in the portal at any time.",
        NewsKind.WithOffice => "A human decides about your application. Why, and what is still missing, stands in the portal.",
        NewsKind.Granted => $"You have the resident parking permit {number}. It counts until {until}. The decision and the fee stand in the portal.",
        NewsKind.ProvisionallyGranted => $"You have the provisional resident parking permit {number}. It counts at once, until {until} at the latest, without a fee. Your application goes on by itself as soon as the register answers.",
        NewsKind.ProvisionalEnded => $"Your provisional resident parking permit {number} has ended. You can no longer park with it. If your application is not decided yet, the office takes it up; otherwise the decision says why.",
        NewsKind.Refused => "We have decided about your application and could not grant it. Why, and what you can do, stands in the decision.",
        NewsKind.Renewed => $"Your resident parking permit {number} now counts until {until}. The decision and the fee stand in the portal.",
        NewsKind.Changed => $"Something has changed on your resident parking permit {number}. What counts now stands in the decision.",
        NewsKind.EndsSoon => $"Your resident parking permit {number} ends on {until}. If you still live in the zone and drive the same vehicle, you renew it with one click; no day is lost. The link counts for this renewal only: do not pass it on.",
        NewsKind.Ended => $"Your resident parking permit {number} has ended. You can no longer park with it. Why, stands in the portal. If something is wrong, please ask the office.",
        NewsKind.Revoked => $"The town has taken back your resident parking permit {number}. You can no longer park with it. Ask the office if you do not know the reason.",
        NewsKind.Suspended => $"Your resident parking permit {number} is suspended: you cannot park with it for now. If a fee is still open, pay it; otherwise ask the office.",
        NewsKind.TakenUp => $"Your resident parking permit {number} is no longer suspended: it counts again, until {until}.",
        NewsKind.RefundDecided => $"The refund for your returned resident parking permit {number} is decided. Amount and reasons stand in the decision.",
        NewsKind.OtherZone => $"By the resident register you now live in another parking zone. Your permit {number} still counts for the old one. In the portal you change with one click. If you do not answer, the office gets in touch with you.",
        NewsKind.FeeOverdue => $"The fee for your resident parking permit {number} has not reached us yet. If you have transferred it already, all is well.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news."),
    };

    public override string LinkOf(NewsKind kind) => kind switch
    {
        NewsKind.Received => "See its state",
        NewsKind.WithOffice => "See its state",
        NewsKind.Granted => "See the decision",
        NewsKind.ProvisionallyGranted => "See the decision",
        NewsKind.ProvisionalEnded => "See the permit",
        NewsKind.Refused => "See the decision",
        NewsKind.Renewed => "See the decision",
        NewsKind.Changed => "See the decision",
        NewsKind.EndsSoon => "Renew now",
        NewsKind.Ended => "See the permit",
        NewsKind.Revoked => "See the permit",
        NewsKind.Suspended => "See permit and fee",
        NewsKind.TakenUp => "See the permit",
        NewsKind.RefundDecided => "See the decision",
        NewsKind.OtherZone => "Change the zone",
        NewsKind.FeeOverdue => "See permit and fee",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news."),
    };
}
