// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/casepapers.h>
#include <rules/signing.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kHourMs = 3'600'000;

/// Channels over which nobody can sign.
bool isRemote(const QString &channel)
{
    static const QStringList remote = {u"Phone"_s,
                                       u"Email"_s,
                                       u"Web"_s,
                                       u"SocialMedia"_s,
                                       u"Forum"_s,
                                       u"ThirdPartyPlatform"_s,
                                       u"GovernmentHotline"_s};
    return remote.contains(channel);
}

void putMissing(QJsonObject &fields, const QString &field, const QJsonValue &value)
{
    const QJsonValue have = fields.value(field);
    const bool none = have.isUndefined() || have.isNull() || have == QJsonValue(QString());
    if (none && !value.isUndefined() && value != QJsonValue(QString())) {
        fields.insert(field, value);
    }
}

/// What the fields held before a step: what the steps until then wrote.
QJsonObject fieldsUntil(const CaseFile &caseFile, qsizetype step)
{
    QJsonObject fields;
    for (qsizetype i = 0; i < step; ++i) {
        const Step &one = caseFile.steps.at(i);
        for (auto it = one.fields.constBegin(); !one.struck && it != one.fields.constEnd(); ++it) {
            if (it.value().isNull()) {
                fields.remove(it.key());
            } else {
                fields.insert(it.key(), it.value());
            }
        }
    }
    return fields;
}

/// The papers of one document, or of what will be one.
class Paper
{
public:
    Paper(const CaseFile &caseFile,
          const Sheet &sheet,
          const PaperGround &ground,
          const CaseDocument *document,
          qsizetype until)
        : m_case(caseFile)
        , m_sheet(sheet)
        , m_ground(ground)
        , m_shown(sheet.shownFields())
        , m_document(document)
        , m_until(until)
    {
        if (document != nullptr && document->penalty.isEmpty()) {
            m_start = document->begun;
            m_origin = document->origin;
        } else if (document != nullptr) {
            for (const qsizetype start : documentStarts(caseFile, ground.regulation, sheet)) {
                m_start = m_origin = start < until ? start : m_start;
            }
        }
    }

    CasePaper run();

private:
    [[nodiscard]] bool shows(const QString &field) const { return m_shown.contains(field); }

    /// Whether later steps are none of its business.
    [[nodiscard]] bool isPast() const { return m_until < m_case.steps.size(); }

    [[nodiscard]] QStringList signPlaces() const;
    void fillFromSteps(QJsonObject &fields) const;
    void fillFromClocks(QJsonObject &fields) const;
    void fillExtension(QJsonObject &fields) const;
    void fillFile(QJsonObject &fields) const;
    void fillPenalty(QJsonObject &fields) const;

    const CaseFile &m_case;
    const Sheet &m_sheet;
    const PaperGround &m_ground;
    QStringList m_shown;
    const CaseDocument *m_document;
    qsizetype m_start = -1;  ///< place of the step that began the document, -1 if none did
    qsizetype m_origin = -1; ///< the same of the one it was drawn up anew for
    qsizetype m_until;       ///< place of the first step that is none of its business
};

QStringList Paper::signPlaces() const
{
    QStringList places = m_shown;
    places.removeIf([this](const QString &field) {
        const FieldDef *def = m_ground.catalogue.field(field);
        return def == nullptr || def->type != FieldType::Sign;
    });
    return places;
}

void Paper::fillFromSteps(QJsonObject &fields) const
{
    if (m_start < 0) {
        return;
    }
    const Step &begun = m_case.steps.at(m_start);
    const bool stamped = begun.fields.contains(u"issuedAt"_s);
    if (shows(u"issuedAt"_s) && !stamped) {
        fields.insert(u"issuedAt"_s, begun.at.utcMs());
    }
    for (qsizetype i = m_until - 1; i >= m_origin && shows(u"reason"_s); --i) {
        const Step &step = m_case.steps.at(i);
        const MoveRule *rule = m_ground.regulation.move(step.action);
        if (!step.struck && rule != nullptr && rule->sheet == m_sheet.id &&
            !step.reason.isEmpty()) {
            putMissing(fields, u"reason"_s, step.reason);
            break;
        }
    }
}

void Paper::fillFromClocks(QJsonObject &fields) const
{
    // 办理期限 is the limit as first counted, 延期至 the last day granted; both live in the ledger
    // of clocks, not among the fields.
    if (const Clock *clock = m_case.handlingClock()) {
        const auto &granted = clock->extensions;
        const auto first = granted.isEmpty() ? clock->due : granted.first().dueBefore;
        if (first) {
            putMissing(fields, u"dueAt"_s, first->utcMs());
        }
        if (!granted.isEmpty() && clock->dueDay) {
            fields.insert(u"extendedDueAt"_s, clock->dueDay->toString());
        }
        const Instant until = clock->stoppedAt.value_or(m_ground.now);
        if (shows(u"overdueBy"_s) && clock->due && *clock->due < until) {
            const qint64 hours = (until.utcMs() - clock->due->utcMs()) / kHourMs;
            putMissing(fields,
                       u"overdueBy"_s,
                       hours < 24 ? u"%1小时"_s.arg(std::max<qint64>(1, hours))
                                  : u"%1天"_s.arg((hours + 23) / 24));
        }
    }
    for (const Clock &clock : m_case.clocks) {
        if (clock.due && clock.stops.endsWith(u"At"_s)) {
            const QString field = clock.stops.chopped(2) + u"DueAt"_s;
            if (shows(field)) {
                putMissing(fields, field, clock.due->utcMs());
            }
        }
    }
}

/// The slip shows its own extension: what was due just before it and who granted it, whatever
/// earlier or other steps left in those fields.
void Paper::fillExtension(QJsonObject &fields) const
{
    const ClockExtension *extension = extensionOnSheet(m_case, m_ground.regulation, m_sheet);
    if (extension == nullptr) {
        return;
    }
    for (const Clock &clock : m_case.clocks) {
        for (const ClockExtension &one : clock.extensions) {
            extension = m_document != nullptr && one.at == m_document->at ? &one : extension;
        }
    }
    if (extension->dueBefore) {
        fields.insert(u"dueAt"_s, extension->dueBefore->utcMs());
    }
    fields.insert(u"extendedDueAt"_s, extension->due.localDay().toString());
    fields.insert(u"extensionReason"_s, extension->reason);
    fields.insert(u"approval"_s, u"Approved"_s);
    fields.insert(u"approverSign"_s,
                  QJsonObject{{u"name"_s, extension->approver}, {u"at"_s, extension->at.utcMs()}});
}

void Paper::fillFile(QJsonObject &fields) const
{
    if (!shows(u"fileContents"_s) && !shows(u"volumeTitle"_s)) {
        return;
    }
    const QJsonArray contents = fileContents(m_case, m_ground);
    fields.insert(u"fileContents"_s, contents);
    putMissing(fields, u"fondsName"_s, m_ground.organisation);
    const QString matter = m_case.text(u"title").isEmpty() ? m_case.text(u"contentBrief").left(60)
                                                           : m_case.text(u"title");
    // Of a file whose contents were destroyed only its class is left to name it by.
    const QString title = (m_case.text(u"complainantName") + u' ' + matter).trimmed();
    putMissing(fields, u"volumeTitle"_s, title.isEmpty() ? m_case.text(u"category") : title);
    putMissing(fields, u"fileCode"_s, m_case.text(u"archiveNo"));
    putMissing(fields, u"itemCount"_s, contents.size());
    qint64 pages = 0;
    for (const Attachment &file : m_case.attachments) {
        pages += file.struck ? 0 : file.pages;
    }
    if (pages > 0) {
        putMissing(fields, u"pageCount"_s, contents.size() + pages);
    }
    const OpenSpan &last = m_case.spans.last();
    putMissing(fields,
               u"periodFromTo"_s,
               m_case.spans.first().openedAt.localDay().toString() +
                   (last.closedAt ? u"—"_s + last.closedAt->localDay().toString() : QString()));
}

/// A notice tells its own penalty, as it stood then.
void Paper::fillPenalty(QJsonObject &fields) const
{
    if (m_document == nullptr || m_document->penalty.isEmpty()) {
        return;
    }
    const QJsonArray entries = fields.value(u"penalties"_s).toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        if (entry.value(u"id"_s).toString() != m_document->penalty) {
            continue;
        }
        const QJsonObject own = penaltyFields(m_case, entry, m_ground);
        for (auto it = own.begin(); it != own.end(); ++it) {
            const bool isSigned = it.key().endsWith(u"Sign"_s) && fields.contains(it.key());
            if (!isSigned) {
                fields.insert(it.key(), it.value());
            }
        }
    }
}

CasePaper Paper::run()
{
    CasePaper paper{m_document == nullptr ? documentNumber(m_case, m_ground.regulation, m_sheet)
                                          : m_document->number,
                    isPast() ? fieldsUntil(m_case, m_until) : m_case.fields(),
                    m_document != nullptr && m_document->isVoid()};
    putMissing(paper.fields, u"complaintNo"_s, m_case.caseNo);
    if (m_start >= 0) {
        paper.fields = withoutEarlierSignatures(paper.fields, signPlaces(), m_case, m_start);
    }
    if (isRemote(m_case.text(u"channel"))) {
        putMissing(paper.fields, u"complainantSign"_s, QJsonObject{{u"waived"_s, true}});
    }
    fillFromSteps(paper.fields);
    fillFromClocks(paper.fields);
    fillExtension(paper.fields);
    fillFile(paper.fields);
    if (shows(u"complaintNos"_s)) {
        QJsonArray numbers{m_case.caseNo};
        if (const QString other = m_case.text(u"relatedNo"); !other.isEmpty()) {
            numbers.append(other);
        }
        putMissing(paper.fields, u"complaintNos"_s, numbers);
    }
    fillPenalty(paper.fields);
    return paper;
}

/// 罚扣计算表: everybody who pays a share of the same loss stands on the notice of each.
void fillDeductions(const Sheet &sheet, QVector<CasePaper> &papers)
{
    const bool wanted =
        std::any_of(sheet.rows.cbegin(), sheet.rows.cend(), [](const SheetRow &row) {
            return row.repeat == u"deductionSheet";
        });
    QJsonArray lines;
    qint64 deduction = 0;
    qint64 now = 0;
    qint64 onward = 0;
    for (const CasePaper &paper : std::as_const(papers)) {
        const QJsonObject &fields = paper.fields;
        if (!wanted || !fields.contains(u"personPoints"_s)) {
            continue;
        }
        const QString subject = fields.value(u"penaltySubject"_s).toString();
        QJsonObject line{
            {u"respPerson"_s, subject.isEmpty() ? fields.value(u"respPerson"_s) : subject}};
        for (const QString &field : {u"personPoints"_s,
                                     u"deduction"_s,
                                     u"monthlyBonus"_s,
                                     u"capAmount"_s,
                                     u"deductedNow"_s,
                                     u"carriedOver"_s}) {
            if (fields.contains(field)) {
                line.insert(field, fields.value(field));
            }
        }
        // The notice is drawn with the first month: nothing was taken before it.
        line.insert(u"deductedBefore"_s, fields.value(u"deductedNow"_s));
        line.insert(u"remaining"_s, fields.value(u"carriedOver"_s));
        lines.append(line);
        deduction += fields.value(u"deduction"_s).toInteger();
        now += fields.value(u"deductedNow"_s).toInteger();
        onward += fields.value(u"carriedOver"_s).toInteger();
    }
    if (lines.isEmpty()) {
        return;
    }
    lines.append(QJsonObject{{u"respPerson"_s, u"合计"_s},
                             {u"deduction"_s, deduction},
                             {u"deductedNow"_s, now},
                             {u"carriedOver"_s, onward},
                             {u"deductedBefore"_s, now},
                             {u"remaining"_s, onward}});
    for (CasePaper &paper : papers) {
        paper.fields.insert(u"deductionSheet"_s, lines);
    }
}

} // namespace

QVector<CasePaper> casePapers(const CaseFile &caseFile,
                              const Sheet &sheet,
                              const PaperGround &ground,
                              const QString &number)
{
    const QVector<CaseDocument> documents = caseDocuments(caseFile, ground.regulation, sheet);
    const auto all = caseFile.steps.size();
    QVector<CasePaper> papers;
    QVector<CasePaper> present;
    QStringList of; // the penalty of each present one
    for (qsizetype i = 0; i < documents.size(); ++i) {
        const CaseDocument &document = documents.at(i);
        // Another of the same kind, or the end of it, is where its own story stops.
        qsizetype until = document.ended >= 0 ? document.ended : all;
        if (document.penalty.isEmpty() && i + 1 < documents.size() &&
            documents.at(i + 1).begun >= 0) {
            until = std::min(until, documents.at(i + 1).begun);
        }
        const CasePaper paper = Paper(caseFile, sheet, ground, &document, until).run();
        papers.append(paper);
        const bool another = !document.penalty.isEmpty() || i + 1 == documents.size();
        if (!document.isVoid() && another) {
            present.append(paper);
            of.append(document.penalty);
        }
    }
    for (qsizetype i = 0; i < papers.size() && !number.isEmpty(); ++i) {
        if (papers.at(i).docNo.compare(number, Qt::CaseInsensitive) != 0) {
            continue;
        }
        // Beside those who pay with him he stands as this document has it.
        QVector<CasePaper> company{papers.at(i)};
        for (qsizetype other = 0; other < present.size(); ++other) {
            if (!of.at(other).isEmpty() && of.at(other) != documents.at(i).penalty) {
                company.append(present.at(other));
            }
        }
        fillDeductions(sheet, company);
        return {company.first()};
    }
    if (present.isEmpty()) {
        // Before the first step; and where all are void, the last of them.
        present = {papers.isEmpty() ? Paper(caseFile, sheet, ground, nullptr, all).run()
                                    : papers.last()};
    }
    fillDeductions(sheet, present);
    return present;
}

QJsonArray fileContents(const CaseFile &caseFile, const PaperGround &ground)
{
    QJsonArray lines;
    QStringList listed;
    int page = 1;
    const auto add = [&](const QString &number,
                         const QString &author,
                         const QString &title,
                         Instant at,
                         int pages) {
        QJsonObject line{{u"seqNo"_s, lines.size() + 1},
                         {u"author"_s, author},
                         {u"itemTitle"_s, title},
                         {u"itemDate"_s, at.localDay().toString()},
                         {u"pageNo"_s, QString::number(page)}};
        if (!number.isEmpty()) {
            line.insert(u"itemDocNo"_s, number);
        }
        lines.append(line);
        page += std::max(1, pages);
    };
    const auto addSheet = [&](const QString &id, const Step &step) {
        const auto sheet = ground.sheets.constFind(id);
        if (sheet == ground.sheets.cend() || listed.contains(id)) {
            return;
        }
        listed.append(id);
        const auto nameOf = [&](const QString &person) {
            return ground.names.value(person, person);
        };
        const auto documents = caseDocuments(caseFile, ground.regulation, *sheet);
        for (const CaseDocument &one : documents) {
            add(one.number,
                nameOf(one.by),
                one.isVoid() ? sheet->zh + u"（作废）"_s : sheet->zh,
                one.at,
                1);
        }
        if (documents.isEmpty()) {
            add({}, nameOf(step.actor), sheet->zh, step.at, 1);
        }
    };
    for (const Step &step : caseFile.steps) {
        if (step.struck) {
            continue;
        }
        if (step.kind == QLatin1StringView(event::kCaseOpened)) {
            addSheet(ground.regulation.sheets.value(0), step);
        } else if (const MoveRule *rule = ground.regulation.move(step.action)) {
            // The cover itself and the registers of the archive are not papers of the file.
            const auto sheet = ground.sheets.constFind(rule->sheet);
            const bool own = sheet != ground.sheets.cend() && !sheet->isOfPeriod() &&
                             !sheet->shownFields().contains(u"fileContents"_s);
            if (own) {
                addSheet(rule->sheet, step);
            }
        }
    }
    for (const Attachment &file : caseFile.attachments) {
        if (!file.struck) {
            const auto step =
                std::find_if(caseFile.steps.cbegin(), caseFile.steps.cend(), [&](const Step &one) {
                    return one.event == file.event;
                });
            const bool known = step != caseFile.steps.cend();
            add({},
                known ? ground.names.value(step->actor, step->actor) : QString(),
                file.name,
                known ? step->at : caseFile.spans.first().openedAt,
                file.pages);
        }
    }
    return lines;
}

} // namespace huiyin
