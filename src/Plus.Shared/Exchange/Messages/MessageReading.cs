namespace Plus.Shared.Exchange.Messages;

/// <summary>One reading of a message's members against the contract.</summary>
internal sealed class MessageReading(ObjectReader root, ReadingLog log)
{
    public Guid? MessageId { get; private set; }

    public string? Kind { get; private set; }

    /// <summary>The message; null when anything in it is wrong.</summary>
    public IntakeContent? Read()
    {
        MessageId = root.Id("messageId", IntakeReasons.NoMessageId);
        Kind = root.Text("kind", 200, required: true);
        if (Kind is null || !MessageKinds.All.Contains(Kind))
        {
            if (Kind is not null)
            {
                root.Wrong(
                    IntakeReasons.UnknownKind,
                    "kind",
                    ("value", Kind),
                    ("known", string.Join(", ", MessageKinds.All))
                );
                Kind = null;
            }

            return null;
        }

        var sentAt = root.Instant("sentAt");
        var sender = ReadSender();
        var content = Kind switch
        {
            MessageKinds.ReleaseNotice => Notice("about") with
            {
                ReleasedOn = root.Day("releasedOn", true, counted: true),
            },
            MessageKinds.Withdrawal => Notice("replaces") with { Reason = root.Text("reason", 2000) },
            MessageKinds.Correction => Document(
                root.Code("corrects", true, MessageKinds.Founding),
                root.Id("replaces")
            ),
            _ => Document(null, null),
        };
        if (log.Reasons.Count > 0)
        {
            return null;
        }

        return content with
        {
            MessageId = MessageId!.Value,
            SentAt = sentAt!.Value,
            Sender = sender!,
            UnknownMembers = [.. log.Opened.SelectMany(r => r.Unknown())],
        };
    }

    private Sender? ReadSender()
    {
        if (root.Object("sender", required: true) is not { } fields)
        {
            return null;
        }

        var kind = fields.Code("kind", true, "court", "prosecutor", "prison", "police", "person");
        var name = fields.Text("name", 300) ?? "";
        return new Sender(kind ?? "", name);
    }

    private IntakeContent Notice(string about) => Empty() with { RefersTo = root.Id(about) };

    private IntakeContent Document(string? corrects, Guid? replaces)
    {
        var kind = corrects ?? Kind!;
        var issuedOn = root.Day("issuedOn", true, counted: true);
        var imposes = MessageKinds.Imposes(kind);
        var inForceOn = imposes ? root.Day("inForceOn", true, counted: true) : null;
        if (inForceOn < issuedOn)
        {
            root.Wrong(
                IntakeReasons.InForceBeforeIssued,
                "inForceOn",
                ("issuedOn", issuedOn),
                ("inForceOn", inForceOn)
            );
        }

        var person = root.Object("person", required: true, IntakeReasons.NoPerson);
        return Empty() with
        {
            Corrects = corrects,
            RefersTo = replaces,
            Number = root.Text("number", 100, required: true),
            IssuedOn = issuedOn,
            InForceOn = inForceOn,
            ProceedingNo = root.Text("criminalProceedingNo", 40),
            Person = person is null ? null : PersonOf(person, true, issuedOn),
            Representatives = [.. root.Objects("representatives").Select(r => RepresentativeOf(r, issuedOn))],
            Victim =
                kind == MessageKinds.MediationRequest && root.Object("victim") is { } victim
                    ? PersonOf(victim, false, issuedOn)
                    : null,
            Offences = [.. root.Objects("offences").Select(OffenceOf)],
            Measures = Measures(imposes),
            Request = kind == MessageKinds.ReportRequest ? RequestOf() : null,
            Attachments = [.. root.Objects("attachments").Select(AttachmentOf)],
        };
    }

    private IntakeContent Empty() =>
        new()
        {
            MessageId = default,
            Kind = Kind!,
            SentAt = default,
            Sender = new Sender("", ""),
        };

    private PersonData PersonOf(ObjectReader fields, bool birthNeeded, DateOnly? notAfter) =>
        PersonReading.Read(fields, birthNeeded, notAfter);

    private PersonData RepresentativeOf(ObjectReader fields, DateOnly? notAfter)
    {
        return PersonOf(fields, false, notAfter) with { Relation = fields.Text("relation", 40) ?? "other" };
    }

    private OffenceData OffenceOf(ObjectReader fields)
    {
        return new OffenceData(
            fields.Text("article", 10, required: true) ?? "",
            fields.Number("sup", 1, IntakeReasons.NegativeNumber, required: false),
            fields.Number("part", 1, IntakeReasons.NegativeNumber, required: false),
            fields.Text("point", 10),
            fields.Day("committedOn")
        );
    }

    private List<MeasureData> Measures(bool imposes)
    {
        if (!imposes)
        {
            // Requests carry an empty list; it belongs to the contract and is not unknown.
            _ = root.Objects("measures").Count();
            return [];
        }

        var read = new List<MeasureData>();
        var any = false;
        foreach (var fields in root.Objects("measures"))
        {
            any = true;
            if (MeasureReading.Read(fields) is { } measure)
            {
                read.Add(measure);
            }
        }

        if (!any)
        {
            root.Wrong(IntakeReasons.NoMeasure, "measures");
        }

        return read;
    }

    private RequestData? RequestOf()
    {
        if (root.Object("request", required: true) is not { } fields)
        {
            return null;
        }

        var purpose = fields.Code("purpose", true, "sentencing", "parole", "paroleWithElectronicMonitoring");
        return new RequestData(purpose ?? "", fields.Day("respondBy", counted: true));
    }

    private AttachmentData AttachmentOf(ObjectReader fields)
    {
        return new AttachmentData(
            fields.Text("name", 400, required: true) ?? "",
            fields.Text("mediaType", 200),
            fields.Text("sha256", 64),
            fields.Number("size", 0, IntakeReasons.NegativeNumber, required: false, largest: int.MaxValue)
        );
    }
}
