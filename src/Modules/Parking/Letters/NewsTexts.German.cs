namespace Modellstadt.Parking.Letters;

/// <summary>Deutsch.</summary>
internal sealed class GermanNewsTexts : NewsTexts
{
    public override string EmailLabel => "E-Mail-Adresse (freiwillig)";
    public override string EmailHint => "Wir schreiben Ihnen bei jedem Schritt und erinnern Sie vor dem Ende. Sie bestätigen die Adresse mit einem Link. Wir löschen sie mit dem Ausweis.";

    public override string SubjectOf(NewsKind kind) => kind switch
    {
        NewsKind.Received => "Ihr Antrag ist angekommen",
        NewsKind.WithOffice => "Ihr Antrag liegt bei der Stadt",
        NewsKind.Granted => "Ihr Bewohnerparkausweis ist da",
        NewsKind.ProvisionallyGranted => "Ihr vorläufiger Bewohnerparkausweis ist da",
        NewsKind.ProvisionalEnded => "Wichtig: Ihr vorläufiger Bewohnerparkausweis gilt nicht mehr",
        NewsKind.Refused => "Entscheidung über Ihren Antrag",
        NewsKind.Renewed => "Ihr Bewohnerparkausweis ist verlängert",
        NewsKind.Changed => "Ihr Bewohnerparkausweis ist geändert",
        NewsKind.EndsSoon => "Ihr Bewohnerparkausweis endet bald",
        NewsKind.Ended => "Ihr Bewohnerparkausweis ist beendet",
        NewsKind.Revoked => "Wichtig: Ihr Bewohnerparkausweis gilt nicht mehr",
        NewsKind.Suspended => "Ihr Bewohnerparkausweis ruht",
        NewsKind.TakenUp => "Ihr Bewohnerparkausweis gilt wieder",
        NewsKind.RefundDecided => "Entscheidung über die Erstattung",
        NewsKind.OtherZone => "Ihr Bewohnerparkausweis passt nicht mehr zu Ihrer Wohnung",
        NewsKind.FeeOverdue => "Eine Zahlung steht noch aus",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news."),
    };

    public override string WordsOf(NewsKind kind, string number, string until) => kind switch
    {
        NewsKind.Received => "Wir haben Ihren Antrag bekommen und prüfen ihn. Sie müssen nichts tun; den Stand sehen Sie jederzeit im Portal.",
        NewsKind.WithOffice => "Über Ihren Antrag entscheidet ein Mensch. Warum, und was noch fehlt, steht im Portal.",
        NewsKind.Granted => $"Sie haben den Bewohnerparkausweis {number}. Er gilt bis {until}. Bescheid und Gebühr stehen im Portal.",
        NewsKind.ProvisionallyGranted => $"Sie haben den vorläufigen Bewohnerparkausweis {number}. Er gilt sofort und längstens bis {until}, ohne Gebühr. Ihr Antrag geht von selbst weiter, sobald das Register antwortet.",
        NewsKind.ProvisionalEnded => $"Ihr vorläufiger Bewohnerparkausweis {number} ist beendet. Sie können damit nicht mehr parken. Ist Ihr Antrag noch nicht entschieden, nimmt sich das Amt seiner an; sonst steht im Bescheid, warum.",
        NewsKind.Refused => "Wir haben über Ihren Antrag entschieden und konnten ihn nicht bewilligen. Warum, und was Sie tun können, steht im Bescheid.",
        NewsKind.Renewed => $"Ihr Bewohnerparkausweis {number} gilt jetzt bis {until}. Bescheid und Gebühr stehen im Portal.",
        NewsKind.Changed => $"Auf Ihrem Bewohnerparkausweis {number} hat sich etwas geändert. Was jetzt gilt, steht im Bescheid.",
        NewsKind.EndsSoon => $"Ihr Bewohnerparkausweis {number} endet am {until}. Wenn Sie noch in der Zone wohnen und dasselbe Fahrzeug fahren, verlängern Sie ihn mit einem Klick; dabei geht kein Tag verloren. Der Link gilt nur für diese eine Verlängerung: Geben Sie ihn nicht weiter.",
        NewsKind.Ended => $"Ihr Bewohnerparkausweis {number} ist beendet. Sie können damit nicht mehr parken. Warum, steht im Portal. Stimmt etwas nicht, wenden Sie sich bitte an das Amt.",
        NewsKind.Revoked => $"Die Stadt hat Ihren Bewohnerparkausweis {number} zurückgenommen. Sie können damit nicht mehr parken. Fragen Sie das Amt, wenn Sie den Grund nicht kennen.",
        NewsKind.Suspended => $"Ihr Bewohnerparkausweis {number} ruht: Bis auf Weiteres können Sie damit nicht parken. Ist eine Gebühr offen, zahlen Sie sie; sonst fragen Sie das Amt.",
        NewsKind.TakenUp => $"Ihr Bewohnerparkausweis {number} ruht nicht mehr: Er gilt wieder, bis {until}.",
        NewsKind.RefundDecided => $"Über die Erstattung für Ihren zurückgegebenen Bewohnerparkausweis {number} ist entschieden. Betrag und Gründe stehen im Bescheid.",
        NewsKind.OtherZone => $"Nach dem Melderegister wohnen Sie jetzt in einem anderen Bewohnerparkgebiet. Ihr Ausweis {number} gilt noch für das alte. Im Portal wechseln Sie mit einem Klick. Antworten Sie nicht, meldet sich das Amt bei Ihnen.",
        NewsKind.FeeOverdue => $"Die Gebühr für Ihren Bewohnerparkausweis {number} ist noch nicht bei uns angekommen. Wenn Sie schon überwiesen haben, ist alles gut.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news."),
    };

    public override string LinkOf(NewsKind kind) => kind switch
    {
        NewsKind.Received => "Stand ansehen",
        NewsKind.WithOffice => "Stand ansehen",
        NewsKind.Granted => "Bescheid ansehen",
        NewsKind.ProvisionallyGranted => "Bescheid ansehen",
        NewsKind.ProvisionalEnded => "Ausweis ansehen",
        NewsKind.Refused => "Bescheid ansehen",
        NewsKind.Renewed => "Bescheid ansehen",
        NewsKind.Changed => "Bescheid ansehen",
        NewsKind.EndsSoon => "Jetzt verlängern",
        NewsKind.Ended => "Ausweis ansehen",
        NewsKind.Revoked => "Ausweis ansehen",
        NewsKind.Suspended => "Ausweis und Gebühr ansehen",
        NewsKind.TakenUp => "Ausweis ansehen",
        NewsKind.RefundDecided => "Bescheid ansehen",
        NewsKind.OtherZone => "Gebiet wechseln",
        NewsKind.FeeOverdue => "Ausweis und Gebühr ansehen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news."),
    };
}
