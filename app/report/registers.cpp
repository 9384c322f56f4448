// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/ledger.h>
#include <report/registerlines.h>
#include <report/statistics.h>
#include <report/tables.h>
#include <rules/sheetprose.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTypicalCases = 5;

bool isFigure(const QString &field)
{
    return field.startsWith(u"count"_s) || field.startsWith(u"rate"_s);
}

class Register
{
public:
    Register(const CaseReader &reader,
             const Sheet &sheet,
             const Period &period,
             Instant now,
             const CaseGround &groundOf,
             const Progress &progress)
        : m_reader(reader)
        , m_sheet(sheet)
        , m_period(period)
        , m_now(now)
        , m_groundOf(groundOf)
        , m_progress(progress)
        , m_lines(reader, sheet, groundOf, progress)
    {
    }

    Result<RegisterPaper> run();

private:
    [[nodiscard]] bool repeats(const QString &list) const
    {
        return std::any_of(m_sheet.rows.cbegin(), m_sheet.rows.cend(), [&](const SheetRow &row) {
            return row.repeat == list;
        });
    }

    [[nodiscard]] QJsonObject orderOf(const CaseFile &caseFile, const RegisterDate &date) const;
    [[nodiscard]] Result<Done> list(RegisterPaper &paper) const;
    [[nodiscard]] Result<Done> count(RegisterPaper &paper) const;
    [[nodiscard]] Result<Done> rates(RegisterPaper &paper) const;
    [[nodiscard]] Result<Done>
    cases(const CaseFilter &filter, const QString &list, RegisterPaper &paper, qint64 most) const;
    [[nodiscard]] Result<Done>
    orders(const Period &period, const QString &list, RegisterPaper &paper) const;
    [[nodiscard]] Result<Done> visits(RegisterPaper &paper) const;
    [[nodiscard]] Result<Done> lists(RegisterPaper &paper) const;
    void fillFoot(RegisterPaper &paper) const;

    const CaseReader &m_reader;
    const Sheet &m_sheet;
    const Period &m_period;
    Instant m_now;
    const CaseGround &m_groundOf;
    const Progress &m_progress;
    RegisterLines m_lines;
};

/// An order to rectify as a line of a report, with what became of it.
QJsonObject Register::orderOf(const CaseFile &caseFile, const RegisterDate &date) const
{
    QJsonObject line = m_lines.lineOf(caseFile, date);
    const PaperGround ground = m_groundOf(caseFile);
    const CodeList *checks = ground.catalogue.choicesOf(u"verification");
    const Choice *check =
        checks == nullptr ? nullptr : checks->byId(line.value(u"verification"_s).toString());
    if (check != nullptr && line.contains(u"recheckedAt"_s)) {
        line.insert(u"executionResult"_s, check->zh);
    }
    return line;
}

Result<Done> Register::count(RegisterPaper &paper) const
{
    const auto statistics = countStatistics(m_reader, m_period, m_now, m_progress);
    if (!statistics) {
        return statistics.error();
    }
    const QJsonObject figures = figureFields(*statistics);
    for (auto it = figures.begin(); it != figures.end(); ++it) {
        paper.fields.insert(it.key(), it.value());
    }
    return Done{};
}

/// Lines of the ledger as a list of the report.
Result<Done> Register::cases(const CaseFilter &filter,
                             const QString &list,
                             RegisterPaper &paper,
                             qint64 most) const
{
    const auto rows = ledgerRows(m_reader, filter, m_now, m_progress, m_lines.shown(), most);
    if (!rows) {
        return rows.error();
    }
    QJsonArray lines;
    for (const QJsonObject &row : *rows) {
        lines.append(row);
    }
    paper.fields.insert(list, lines);
    return Done{};
}

/// The orders to rectify of a period, with what became of them.
Result<Done> Register::orders(const Period &period, const QString &list, RegisterPaper &paper) const
{
    const QStringList ordered{u"orderedAt"_s};
    QJsonArray lines;
    const auto done = m_lines.eachWriting(ordered, period, [&](const CaseFile &caseFile) {
        for (const RegisterDate &date : registerDates(caseFile, ordered)) {
            if (isWithin(period, date.day)) {
                lines.append(orderOf(caseFile, date));
            }
        }
    });
    paper.fields.insert(list, lines);
    return done;
}

Result<Done> Register::visits(RegisterPaper &paper) const
{
    const QStringList visited{u"returnVisitAt"_s};
    qint64 count = 0;
    const auto done = m_lines.eachWriting(visited, m_period, [&](const CaseFile &caseFile) {
        for (const RegisterDate &date : registerDates(caseFile, visited)) {
            count += isWithin(m_period, date.day) ? 1 : 0;
        }
    });
    paper.fields.insert(u"countVisits"_s, count);
    return done;
}

/// The lists of a report.
Result<Done> Register::lists(RegisterPaper &paper) const
{
    Result<Done> done = Done{};
    if (repeats(u"openList"_s)) {
        CaseFilter open;
        open.openAt = std::min(m_period.end(), m_now);
        open.sort = CaseSort::Due;
        done = cases(open, u"openList"_s, paper, -1);
    }
    if (done && repeats(u"typicalCases"_s)) {
        CaseFilter repeated = drill::received(m_period);
        repeated.repeat = true;
        repeated.sort = CaseSort::Received;
        done = cases(repeated, u"typicalCases"_s, paper, kTypicalCases);
    }
    if (done && m_lines.shows(u"countVisits"_s)) {
        done = visits(paper);
    }
    if (done && repeats(u"rectificationProposals"_s)) {
        done = orders(m_period, u"rectificationProposals"_s, paper);
    }
    if (done && repeats(u"lastActions"_s)) {
        done = orders(m_period.previous(), u"lastActions"_s, paper);
    }
    return done;
}

/// How often the clocks that stop at a moment were kept, of the cases received in the period.
Result<Done> Register::rates(RegisterPaper &paper) const
{
    if (m_sheet.rates.isEmpty()) {
        return Done{};
    }
    QMap<QString, std::pair<qint64, qint64>> kept; // field → kept, all
    CaseFilter received;
    received.receivedFrom = m_period.begin();
    received.receivedBefore = m_period.end();
    const auto done = m_lines.eachOf(received, [&](const CaseFile &caseFile) {
        for (const Clock &clock : caseFile.clocks) {
            for (auto it = m_sheet.rates.cbegin(); it != m_sheet.rates.cend(); ++it) {
                const bool over =
                    clock.state == ClockState::Met || clock.state == ClockState::MetLate ||
                    (clock.state == ClockState::Running && clock.due && *clock.due < m_now);
                if (clock.stops == it.value() && over) {
                    kept[it.key()].first += clock.state == ClockState::Met ? 1 : 0;
                    ++kept[it.key()].second;
                }
            }
        }
    });
    if (!done) {
        return done.error();
    }
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        paper.fields.insert(it.key(), percentText(share(it->first, it->second)) + u'%');
    }
    return Done{};
}

/// What the foot names of the lines stands there if all of them say the same.
void Register::fillFoot(RegisterPaper &paper) const
{
    for (const SheetCell &cell : m_sheet.cells) {
        for (const ProseBlank &blank :
             proseBlanks(cell.kind == CellKind::Text ? cell.zh : QString())) {
            if (paper.fields.contains(blank.field) || paper.rows.isEmpty()) {
                continue;
            }
            const auto wordOf = [&](const QJsonObject &row) {
                const QJsonValue value = row.value(blank.field);
                return value.isObject() ? value.toObject().value(u"name"_s) : value;
            };
            const QJsonValue first = wordOf(paper.rows.first());
            if (!first.isUndefined() &&
                std::all_of(paper.rows.cbegin(), paper.rows.cend(), [&](const QJsonObject &row) {
                    return wordOf(row) == first;
                })) {
                paper.fields.insert(blank.field, paper.rows.first().value(blank.field));
            }
        }
    }
}

/// Cases with the same trouble of the same product stand in one row that says how many they are.
bool joinsARow(QVector<QJsonObject> &rows, QJsonObject &row)
{
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const QJsonObject &one) {
        return one.value(u"productName"_s) == row.value(u"productName"_s) &&
               one.value(u"commonProblem"_s) == row.value(u"commonProblem"_s);
    });
    if (same == rows.end()) {
        row.insert(u"caseCount"_s, 1);
        return false;
    }
    same->insert(u"caseCount"_s, same->value(u"caseCount"_s).toInteger() + 1);
    for (auto it = row.constBegin(); it != row.constEnd(); ++it) {
        if (!same->contains(it.key())) {
            same->insert(it.key(), it.value());
        }
    }
    return true;
}

/// The lines of a ledger, and what its head and foot say of them.
Result<Done> Register::list(RegisterPaper &paper) const
{
    if (m_sheet.isLedger() && m_sheet.each.isEmpty()) {
        CaseFilter filter = drill::received(m_period);
        filter.sort = CaseSort::Received;
        filter.kinds = m_sheet.kinds;
        auto rows = ledgerRows(m_reader, filter, m_now, m_progress, m_lines.shown());
        if (!rows) {
            return rows.error();
        }
        paper.rows = *rows;
    } else if (m_sheet.isLedger()) {
        const auto found = m_lines.of(m_period);
        if (!found) {
            return found.error();
        }
        QStringList units;
        const bool together = m_lines.shows(u"caseCount"_s);
        for (const RegisterLines::Line &line : *found) {
            QJsonObject row = line.second;
            if (together && joinsARow(paper.rows, row)) {
                continue;
            }
            row.insert(u"seqNo"_s, paper.rows.size() + 1);
            paper.rows.append(row);
            const QString unit = row.value(u"assignedDept"_s).toString();
            if (!unit.isEmpty() && !units.contains(unit)) {
                units << unit;
            }
        }
        paper.fields.insert(u"respDept"_s, units.join(u'、'));
        fillFoot(paper);
        const auto closed = m_reader.count(drill::closed(m_period));
        if (!closed) {
            return closed.error();
        }
        paper.fields.insert(u"closedCount"_s, *closed);
        paper.fields.insert(u"sampleRate"_s,
                            *closed == 0
                                ? QString::number(paper.rows.size())
                                : u"%1（%2%）"_s.arg(paper.rows.size())
                                      .arg(percentText(share(paper.rows.size(), *closed))));
    }
    return Done{};
}

Result<RegisterPaper> Register::run()
{
    RegisterPaper paper;
    const QString office = m_period.toString();
    paper.docNo =
        m_sheet.docCode.isEmpty()
            ? QString()
            : m_sheet.docCode +
                  (m_period.kind() == PeriodKind::Month ? QString(office).remove(u'-') : office);
    paper.fields.insert(u"period"_s, m_period.toText(true));
    paper.fields.insert(u"month"_s, office);
    const auto listed = list(paper);
    if (!listed) {
        return listed.error();
    }
    const QStringList &shown = m_lines.shown();
    const bool figures =
        std::any_of(shown.cbegin(), shown.cend(), isFigure) ||
        std::any_of(m_sheet.defaults.cbegin(), m_sheet.defaults.cend(), [](const QString &words) {
            const auto blanks = proseBlanks(words);
            return std::any_of(blanks.cbegin(), blanks.cend(), [](const ProseBlank &blank) {
                return isFigure(blank.field);
            });
        });
    for (const auto &fill :
         {figures ? &Register::count : nullptr, &Register::lists, &Register::rates}) {
        if (fill != nullptr) {
            if (const auto done = (this->*fill)(paper); !done) {
                return done.error();
            }
        }
    }
    return paper;
}

} // namespace

Result<RegisterPaper> registerPaper(const CaseReader &reader,
                                    const Sheet &sheet,
                                    const Period &period,
                                    Instant now,
                                    const CaseGround &groundOf,
                                    const Progress &progress)
{
    return Register(reader, sheet, period, now, groundOf, progress).run();
}

} // namespace huiyin
