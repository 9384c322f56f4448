// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storydesk.h"

#include <report/registers.h>
#include <rules/compensationcompute.h>
#include <rules/erase.h>
#include <rules/penaltycompute.h>
#include <rules/sheetoffers.h>
#include <support/roster.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

#include "storylibrary.h"

namespace huiyin::support {

namespace {

using namespace Qt::StringLiterals;

QString textOf(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
        .mid(1)
        .chopped(1);
}

/// What `present` lacks of `wanted`: an object of a flow names only the keys it is about.
void compare(const QString &place,
             const QJsonValue &wanted,
             const QJsonValue &present,
             QStringList &faults)
{
    if (wanted.isObject()) {
        const QJsonObject keys = wanted.toObject();
        for (auto it = keys.constBegin(); it != keys.constEnd(); ++it) {
            compare(
                place + u'.' + it.key(), it.value(), present.toObject().value(it.key()), faults);
        }
        return;
    }
    if (wanted.isArray() && !wanted.toArray().isEmpty() && wanted.toArray().at(0).isObject()) {
        const QJsonArray list = wanted.toArray();
        for (int i = 0; i < list.size(); ++i) {
            compare(u"%1[%2]"_s.arg(place).arg(i), list.at(i), present.toArray().at(i), faults);
        }
        return;
    }
    if (wanted != present) {
        faults.append(u"%1: expected %2, got %3"_s.arg(place, textOf(wanted), textOf(present)));
    }
}

/// Whether the story means this task: by its whole id or by the clock, duty, advice or counter.
bool means(const QString &wanted, const Task &task)
{
    return task.id == wanted || task.id.split(u':').contains(wanted);
}

/// Whether a task is the one a story speaks of, with everybody it names and its due time.
bool fits(const QJsonObject &wanted, const Task &task)
{
    if (!means(wanted.value(u"task").toString(), task)) {
        return false;
    }
    for (const QJsonValue &who : wanted.value(u"who").toArray()) {
        if (!task.who.contains(who.toString())) {
            return false;
        }
    }
    const QString since = wanted.value(u"since").toString();
    if (!since.isEmpty() && task.since.toLocalText() != since) {
        return false;
    }
    const QString due = wanted.value(u"due").toString();
    return due.isEmpty() || (task.due && task.due->toLocalText() == due);
}

QString shown(const QVector<Task> &tasks)
{
    QStringList all;
    for (const Task &task : tasks) {
        all.append(u"%1 (%2, since %3%4)"_s.arg(task.id,
                                                task.who.join(u' '),
                                                task.since.toLocalText(),
                                                task.due ? u", due "_s + task.due->toLocalText()
                                                         : QString()));
    }
    return all.isEmpty() ? u"none"_s : all.join(u"; "_s);
}

QJsonObject clockOf(const Clock &clock)
{
    QJsonObject json = clock.toJson();
    json.insert(u"state"_s, clockStateId(clock.state));
    json.insert(u"due"_s, clock.due ? QJsonValue(clock.due->toLocalText()) : QJsonValue());
    json.insert(u"startedAt"_s, clock.startedAt.toLocalText());
    json.insert(u"stoppedAt"_s,
                clock.stoppedAt ? QJsonValue(clock.stoppedAt->toLocalText()) : QJsonValue());
    json.insert(u"clause"_s, clock.rules.value(0));
    return json;
}

/// Values as a script writes them: moments as local text.
QJsonValue plain(const FieldCatalogue &catalogue, const QString &field, const QJsonValue &value)
{
    const FieldDef *def = catalogue.field(field);
    return def != nullptr && def->type == FieldType::DateTime && value.isDouble()
               ? QJsonValue(Instant::fromUtcMs(value.toInteger()).toLocalText())
               : value;
}

} // namespace

StoryDesk::StoryDesk(const std::shared_ptr<const Library> &library, const QJsonObject &opening)
    : m_library(library)
    , m_now(*Instant::parseLocal(opening.value(u"from").toString(u"2026-01-01T00:00:00"_s)))
    , m_desk(std::make_unique<Desk>(
          m_store.log(),
          m_store.reader(),
          library,
          [this] { return m_now; },
          [this](int n) { return m_store.random(n); }))
{
}

StoryDesk::~StoryDesk() = default;

QStringList StoryDesk::tell(const QJsonObject &line)
{
    if (line.contains(u"at")) {
        const auto at = Instant::parseLocal(line.value(u"at").toString());
        if (!at) {
            return {u"at: not a moment: "_s + textOf(line.value(u"at"))};
        }
        if (*at < m_now) {
            return {u"at: earlier than the line before"_s};
        }
        m_now = *at;
    }
    if (line.contains(u"by")) {
        if (const auto done = m_desk->setActor(line.value(u"by").toString()); !done) {
            return {u"by: "_s + done.error().code};
        }
    }
    if (line.contains(u"story")) {
        QStringList faults;
        const QJsonArray people = line.value(u"people").toArray();
        if (!people.isEmpty()) {
            static_cast<void>(m_desk->setActor(people.at(0).toObject().value(u"id").toString()));
        }
        faults += outcome({},
                          m_desk->useRegulation(line.value(u"regulation").toString(),
                                                std::nullopt,
                                                line.value(u"with").toVariant().toStringList()));
        faults += support::enterPeople(*m_desk, people);
        return faults;
    }
    if (line.contains(u"penalty") || line.contains(u"compensation")) {
        return compute(line);
    }
    if (line.value(u"do") == u"record"_s) {
        return record(line);
    }
    if (line.value(u"do") == u"parameter"_s) {
        return outcome(line,
                       m_desk->setParameter(line.value(u"id").toString(),
                                            line.value(u"value").toString(),
                                            line.value(u"reason").toString(),
                                            line.value(u"regulation").toString()));
    }
    if (line.value(u"do") == u"use"_s) {
        return outcome(line,
                       m_desk->useRegulation(line.value(u"regulation").toString(),
                                             std::nullopt,
                                             line.value(u"with").toVariant().toStringList()));
    }
    if (line.value(u"do") == u"recusal"_s) {
        return outcome(line, m_desk->keepRespondentsOut(line.value(u"on").toBool()));
    }
    if (line.value(u"do") == u"away"_s) {
        return outcome(line,
                       m_desk->setAway(line.value(u"person").toString(),
                                       line.value(u"deputies").toVariant().toStringList()));
    }
    if (line.value(u"do") == u"duty"_s) {
        return outcome(line,
                       m_desk->finishDuty(line.value(u"duty").toString(),
                                          line.value(u"period").toString(),
                                          line.value(u"note").toString()));
    }
    if (line.contains(u"draw")) {
        return draw(line);
    }
    if (line.contains(u"ledger")) {
        return ledger(line);
    }
    if (line.contains(u"do")) {
        return act(line);
    }
    if (line.contains(u"paper")) {
        return paper(line);
    }
    if (line.contains(u"expect")) {
        return expect(line);
    }
    return {u"a line needs one of story, do, expect, paper"_s};
}

QStringList StoryDesk::outcome(const QJsonObject &line, const Result<Outcome> &result) const
{
    QStringList faults;
    for (const auto &[key, there] : {std::pair{u"says"_s, true}, std::pair{u"saysNot"_s, false}}) {
        for (const QJsonValue &code : line.value(key).toArray()) {
            const bool said =
                result && std::any_of(result->findings.cbegin(),
                                      result->findings.cend(),
                                      [&](const Finding &one) { return one.code == code; });
            if (said != there) {
                faults.append(u"%1 %2"_s.arg(key, code.toString()));
            }
        }
    }
    const QStringList wanted = line.value(u"refused").toVariant().toStringList();
    QStringList codes;
    QStringList clauses;
    if (!result) {
        codes.append(result.error().code);
    } else {
        for (const Finding &finding : result->findings) {
            if (finding.severity == Severity::Refusal) {
                codes.append(finding.code);
                clauses.append(finding.clause);
            }
        }
    }
    if (wanted.isEmpty()) {
        if (!codes.isEmpty()) {
            faults.append(u"refused: "_s +
                          (result ? shown(result->findings) : result.error().code));
        }
        return faults;
    }
    for (const QString &code : wanted) {
        if (!codes.contains(code)) {
            faults.append(u"expected the refusal %1, got: %2"_s.arg(
                code, codes.isEmpty() ? u"none"_s : codes.join(u' ')));
        }
    }
    if (line.contains(u"asks")) {
        QStringList asked;
        for (const Finding &finding : result ? result->findings : Findings()) {
            if (finding.code == u"step.needs" || finding.code == u"step.needsOneOf") {
                asked.append(finding.field);
            }
        }
        QStringList wantedFields = line.value(u"asks").toVariant().toStringList();
        asked.sort();
        wantedFields.sort();
        if (asked != wantedFields) {
            faults.append(
                u"asks: expected %1, got %2"_s.arg(wantedFields.join(u' '), asked.join(u' ')));
        }
    }
    const QString clause = line.value(u"clause").toString();
    if (!clause.isEmpty() && !clauses.contains(clause)) {
        faults.append(u"expected the clause %1, got: %2"_s.arg(clause, clauses.join(u' ')));
    }
    return faults;
}

QStringList StoryDesk::record(const QJsonObject &line)
{
    ComplaintDraft draft;
    draft.fields = line.value(u"fields").toObject();
    const auto result = m_desk->record(draft);
    if (result && result->caseFile) {
        m_cases.insert(line.value(u"case").toString(u"A"_s), result->caseFile->id);
    }
    return outcome(line, result);
}

QStringList StoryDesk::act(const QJsonObject &line)
{
    const QString name = line.value(u"case").toString(u"A"_s);
    if (!m_cases.contains(name)) {
        return {u"case %1 has not been recorded"_s.arg(name)};
    }
    const CaseId id = *m_cases.constFind(name);
    const auto before = m_store.reader().caseFile(id);
    const auto happened = Instant::parseLocal(line.value(u"happened").toString());
    const auto result = m_desk->act(id,
                                    line.value(u"do").toString(),
                                    line.value(u"fields").toObject(),
                                    happened ? std::optional(*happened) : std::nullopt);
    QStringList faults = outcome(line, result);
    const auto after = m_store.reader().caseFile(id);
    if (line.contains(u"refused") && before && after && before->eventCount != after->eventCount) {
        faults.append(u"a refused step wrote something"_s);
    }
    return faults;
}

QStringList StoryDesk::compute(const QJsonObject &line)
{
    const bool penalty = line.contains(u"penalty");
    const QJsonObject question = line.value(penalty ? u"penalty"_s : u"compensation"_s).toObject();
    const QString id = question.value(u"regulation").toString(m_desk->regulation().id);
    const QVector<Regulation> packs = m_desk->regulations(); // with the figures of the organisation
    const auto pack =
        std::find_if(packs.cbegin(), packs.cend(), [&](const auto &one) { return one.id == id; });
    if (pack == packs.cend()) {
        return {u"no pack "_s + id};
    }
    const Computation answer =
        penalty ? computePenalties(*pack, m_library->catalogue, question, true)
                : computeCompensation(*pack, m_library->catalogue, question, true);
    QStringList faults = outcome(line, Result<Outcome>(Outcome{answer.findings, std::nullopt, {}}));
    compare(u"gives"_s, line.value(u"gives").toObject(), answer.result, faults);
    return faults;
}

QStringList StoryDesk::draw(const QJsonObject &line) const
{
    const QString id = line.value(u"draw").toString();
    const auto &rules = m_desk->regulation().duties;
    const auto duty =
        std::find_if(rules.cbegin(), rules.cend(), [&](const auto &one) { return one.id == id; });
    const auto plan = duty == rules.cend() ? Result<SamplePlan>(Error{u"no duty "_s + id})
                                           : SamplePlan::fromJson(duty->draw);
    if (!plan) {
        return {plan.error().code};
    }
    QVector<SampleCandidate> closed;
    for (int i = 0; i < line.value(u"of").toInt(); ++i) {
        closed.append({QString::number(i), {}});
    }
    QStringList faults;
    compare(u"gives"_s,
            line.value(u"gives"),
            static_cast<int>(drawSample(closed, *plan, u"seed"_s).size()),
            faults);
    return faults;
}

QStringList StoryDesk::ledger(const QJsonObject &line)
{
    const auto month = m_desk->penalties(line.value(u"ledger").toString());
    if (!month) {
        return {month.error().code};
    }
    QJsonObject parties;
    for (const PenaltySum &sum : month->parties) {
        parties.insert(sum.name,
                       QJsonObject{{u"amountFen"_s, sum.amountFen}, {u"points"_s, sum.points}});
    }
    QStringList faults;
    compare(u"gives"_s,
            line.value(u"gives").toObject(),
            QJsonObject{{u"sumFen"_s, month->sumFen}, {u"parties"_s, parties}},
            faults);
    return faults;
}

PaperGround StoryDesk::ground(const CaseFile &caseFile) const
{
    PaperGround ground{m_desk->regulationOf(caseFile),
                       m_library->catalogue,
                       m_library->sheets,
                       {},
                       m_desk->officeName(),
                       m_now};
    for (const Person &person : m_desk->people()) {
        ground.names.insert(person.id, person.name);
    }
    return ground;
}

/// What stands on a form of the case, or on a register of a period.
QStringList StoryDesk::paper(const QJsonObject &line)
{
    const auto sheet = m_library->sheets.constFind(line.value(u"paper").toString());
    if (sheet == m_library->sheets.cend()) {
        return {u"no sheet "_s + line.value(u"paper").toString()};
    }
    if (line.contains(u"period")) {
        return registerLines(*sheet, line);
    }
    const auto id = m_cases.constFind(line.value(u"case").toString(u"A"_s));
    if (id == m_cases.cend()) {
        return {u"no such case"_s};
    }
    const auto caseFile = m_store.reader().caseFile(*id);
    if (!caseFile) {
        return {caseFile.error().code};
    }
    const auto papers = casePapers(*caseFile, *sheet, ground(*caseFile));
    const int which = line.value(u"which").toInt(1);
    QStringList faults;
    if (line.contains(u"papers") && papers.size() != line.value(u"papers").toInt()) {
        faults.append(u"papers: %1"_s.arg(papers.size()));
    }
    if (which > papers.size()) {
        return {u"only %1 papers"_s.arg(papers.size())};
    }
    const CasePaper &paper = papers.at(which - 1);
    const QString ending = line.value(u"no").toString();
    if (!paper.docNo.endsWith(ending)) {
        faults.append(u"no: "_s + paper.docNo);
    }
    const QJsonObject wanted = line.value(u"holds").toObject();
    for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
        compare(it.key(),
                it.value(),
                plain(m_library->catalogue, it.key(), paper.fields.value(it.key())),
                faults);
    }
    for (const QJsonValue &field : line.value(u"lacks").toArray()) {
        if (paper.fields.contains(field.toString())) {
            faults.append(u"%1 stands there: %2"_s.arg(
                field.toString(), textOf(paper.fields.value(field.toString()))));
        }
    }
    return faults;
}

QStringList StoryDesk::registerLines(const Sheet &sheet, const QJsonObject &line)
{
    const auto period = Period::parse(line.value(u"period").toString());
    if (!period) {
        return {period.error().code};
    }
    const auto paper =
        registerPaper(m_store.reader(), sheet, *period, m_now, [this](const CaseFile &caseFile) {
            return ground(caseFile);
        });
    if (!paper) {
        return {paper.error().code};
    }
    QStringList faults;
    compare(u"holds"_s, line.value(u"holds").toObject(), paper->fields, faults);
    const QJsonArray rows = line.value(u"rows").toArray();
    if (line.contains(u"rows") && rows.size() != paper->rows.size()) {
        faults.append(u"rows: %1"_s.arg(paper->rows.size()));
    }
    for (int i = 0; i < rows.size() && i < paper->rows.size(); ++i) {
        compare(u"rows[%1]"_s.arg(i), rows.at(i).toObject(), paper->rows.at(i), faults);
    }
    return faults;
}

QStringList StoryDesk::expectTasks(const QJsonObject &line, const std::optional<CaseId> &id)
{
    const auto all = m_desk->tasks(false);
    if (!all) {
        return {all.error().code};
    }
    // What belongs to no case is owed by the house and may be asked for in any line.
    QVector<Task> tasks;
    for (const Task &task : *all) {
        if (!task.caseId || task.caseId == id) {
            tasks.append(task);
        }
    }
    QStringList faults;
    for (const QJsonValue &wanted : line.value(u"tasks").toArray()) {
        const bool there = std::any_of(tasks.cbegin(), tasks.cend(), [&](const Task &task) {
            return fits(wanted.toObject(), task);
        });
        if (!there) {
            faults.append(u"no task %1; tasks: %2"_s.arg(textOf(wanted), shown(tasks)));
        }
    }
    for (const QJsonValue &unwanted : line.value(u"noTasks").toArray()) {
        for (const Task &task : std::as_const(tasks)) {
            if (means(unwanted.toString(), task)) {
                faults.append(u"task %1 is there"_s.arg(task.id));
            }
        }
    }
    return faults;
}

QStringList StoryDesk::expect(const QJsonObject &line)
{
    const QString name = line.value(u"expect").toString();
    if (!m_cases.contains(name)) {
        return {u"case %1 has not been recorded"_s.arg(name)};
    }
    QStringList faults;
    if (line.contains(u"tasks") || line.contains(u"noTasks")) {
        faults += expectTasks(line, *m_cases.constFind(name));
    }
    const auto caseFile = m_store.reader().caseFile(*m_cases.constFind(name));
    if (!caseFile) {
        return {caseFile.error().code};
    }
    if (line.contains(u"stage")) {
        compare(u"stage"_s, line.value(u"stage"), stageId(caseFile->stage), faults);
    }
    QJsonObject fields;
    const QJsonObject present = caseFile->fields();
    for (auto it = present.constBegin(); it != present.constEnd(); ++it) {
        fields.insert(it.key(), plain(m_library->catalogue, it.key(), it.value()));
    }
    compare(u"fields"_s, line.value(u"fields").toObject(), fields, faults);
    QJsonObject clocks;
    for (const Clock &clock : caseFile->clocks) {
        clocks.insert(clock.id, clockOf(clock)); // the last of an id is the one that counts
    }
    compare(u"clocks"_s, line.value(u"clocks").toObject(), clocks, faults);
    if (line.contains(u"hidden")) {
        const auto seen = m_desk->reader().caseFile(*m_cases.constFind(name));
        const bool hidden = !seen && (seen.error().code == u"case.hidden" ||
                                      seen.error().code == u"case.notConcerned");
        const auto page = m_desk->reader().page(CaseFilter(), {}, 1000);
        const bool left =
            !page || std::none_of(page->rows.cbegin(), page->rows.cend(), [&](const CaseRow &row) {
                return row.caseNo == caseFile->caseNo;
            });
        if (hidden != line.value(u"hidden").toBool() || hidden != left) {
            faults.append(u"hidden: opening %1, lists %2"_s.arg(
                hidden ? u"refused"_s : u"allowed"_s, left ? u"leave it out"_s : u"show it"_s));
        }
    }
    const QStringList forms =
        offeredSheets(*caseFile, m_desk->regulationOf(*caseFile), m_library->sheets);
    for (const QJsonValue &form : line.value(u"forms").toArray()) {
        if (!forms.contains(form.toString())) {
            faults.append(u"no form %1; forms: %2"_s.arg(form.toString(), forms.join(u' ')));
        }
    }
    if (line.contains(u"keptUntil")) {
        const auto until = keptUntil(m_desk->regulationOf(*caseFile), *caseFile);
        compare(u"keptUntil"_s,
                line.value(u"keptUntil"),
                until ? until->toString() : QString(),
                faults);
    }
    if (line.contains(u"missing")) {
        compare(u"missing"_s,
                line.value(u"missing"),
                QJsonArray::fromStringList(caseFile->missing),
                faults);
    }
    for (const QJsonValue &id : line.value(u"noClocks").toArray()) {
        if (clocks.contains(id.toString())) {
            faults.append(u"clock %1 runs though it should not"_s.arg(id.toString()));
        }
    }
    if (line.contains(u"offers") || line.contains(u"notOffers")) {
        QStringList offered;
        for (const StepOffer &offer : m_desk->steps(*caseFile)) {
            if (offer.allowed) {
                offered.append(offer.action);
            }
        }
        for (const QJsonValue &action : line.value(u"offers").toArray()) {
            if (!offered.contains(action.toString())) {
                faults.append(
                    u"%1 is not offered; offered: %2"_s.arg(action.toString(), offered.join(u' ')));
            }
        }
        for (const QJsonValue &action : line.value(u"notOffers").toArray()) {
            if (offered.contains(action.toString())) {
                faults.append(u"%1 is offered"_s.arg(action.toString()));
            }
        }
    }
    return faults;
}

} // namespace huiyin::support
