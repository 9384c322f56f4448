// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedreader.h>
#include <report/registerlines.h>

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostCases = 1'000'000;
constexpr int kPage = 500;

/// 2026-03 … of the months a period touches.
QStringList monthsOf(const Period &period)
{
    QStringList months;
    for (QDate month = QDate(period.from().year(), period.from().month(), 1);
         month <= period.to().toDate();
         month = month.addMonths(1)) {
        months << month.toString(u"yyyy-MM"_s);
    }
    return months;
}

Error cancelled() { return {u"store.cancelled"_s}; }

} // namespace

bool isWithin(const Period &period, Day day) { return day >= period.from() && day <= period.to(); }

/// Numbers of the cases that have something to do with these registers in the period.
Result<QStringList> RegisterLines::numbers(const QStringList &prefixes, const Period &period) const
{
    QSet<QString> found;
    for (const QString &prefix : prefixes) {
        for (const QString &month : monthsOf(period)) {
            const auto names = m_reader.namesInUse(prefix + u':' + month, {}, kMostCases);
            if (!names) {
                return names.error();
            }
            found += QSet<QString>(names->cbegin(), names->cend());
        }
    }
    QStringList sorted(found.cbegin(), found.cend());
    sorted.sort();
    return sorted;
}

Result<Done>
RegisterLines::eachWriting(const QStringList &fields, const Period &period, const Take &take) const
{
    const auto found = numbers(fields, period);
    if (!found) {
        return found.error();
    }
    qint64 done = 0;
    for (const QString &number : *found) {
        const auto id = m_reader.byNumber(number);
        const auto caseFile = id ? m_reader.caseFile(*id) : Result<CaseFile>(id.error());
        if (!caseFile && isHidden(caseFile.error())) {
            continue;
        }
        if (!caseFile) {
            return caseFile.error();
        }
        take(*caseFile);
        if (m_progress && !m_progress(++done, found->size())) {
            return cancelled();
        }
    }
    return Done{};
}

Result<Done> RegisterLines::eachOf(const CaseFilter &filter, const Take &take) const
{
    Cursor cursor;
    qint64 done = 0;
    do {
        const auto page = m_reader.page(filter, cursor, kPage);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            const auto caseFile = m_reader.caseFile(row.id);
            if (caseFile) {
                take(*caseFile);
            } else if (!isHidden(caseFile.error())) {
                return caseFile.error();
            }
            ++done;
            if (m_progress && !m_progress(done, done + page->rows.size())) {
                return cancelled();
            }
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return Done{};
}

QJsonObject RegisterLines::lineOf(const CaseFile &caseFile, const RegisterDate &date) const
{
    QJsonObject line = caseFile.erased ? caseFile.fields() : QJsonObject(); // its steps are gone
    for (qsizetype i = 0; i < date.end; ++i) {
        const Step &step = caseFile.steps.at(i);
        for (auto it = step.fields.constBegin(); !step.struck && it != step.fields.constEnd();
             ++it) {
            line.insert(it.key(), it.value());
        }
    }
    // What the line began with stands, whatever later steps of another matter wrote there; only a
    // correction changes it.
    const Step &begun = caseFile.steps.at(date.begin);
    for (auto it = begun.fields.constBegin(); it != begun.fields.constEnd(); ++it) {
        const bool corrected =
            std::any_of(caseFile.steps.cbegin() + date.begin + 1,
                        caseFile.steps.cbegin() + date.end,
                        [&](const Step &step) {
                            return step.kind == QLatin1StringView(event::kFieldSet) &&
                                   step.fields.contains(it.key());
                        });
        if (!corrected) {
            line.insert(it.key(), it.value());
        }
    }
    const QJsonObject whole = casePapers(caseFile, m_sheet, m_groundOf(caseFile)).first().fields;
    for (const QString &field : m_shown) {
        const bool given = caseFile.heads.contains(field);
        if (!line.contains(field) && !given && whole.contains(field)) {
            line.insert(field, whole.value(field));
        }
    }
    line.insert(u"complaintNo"_s, caseFile.caseNo);
    // A file that was given no number of its own goes by that of the case.
    if (shows(u"fileCode"_s) && line.value(u"fileCode"_s).toString().isEmpty()) {
        line.insert(u"fileCode"_s, line.value(u"archiveNo"_s).toString(caseFile.caseNo));
    }
    if (shows(u"appliedAt"_s) && !line.contains(u"appliedAt"_s)) {
        line.insert(u"appliedAt"_s, begun.at.localDay().toString());
    }
    if (shows(u"loanReturnedAt"_s) && !line.contains(u"loanReturnedAt"_s) &&
        line.contains(u"givenBackAt"_s)) {
        line.insert(
            u"loanReturnedAt"_s,
            Instant::fromUtcMs(line.value(u"givenBackAt"_s).toInteger()).localDay().toString());
    }
    if (shows(u"chkLimit"_s)) {
        const auto closed =
            std::find_if(caseFile.spans.crbegin(),
                         caseFile.spans.crend(),
                         [](const OpenSpan &span) { return span.onTime.has_value(); });
        if (closed != caseFile.spans.crend()) {
            line.insert(u"chkLimit"_s, *closed->onTime ? u"Conforms"_s : u"Overdue"_s);
        }
    }
    return line;
}

QVector<RegisterLines::Line> RegisterLines::linesOf(const CaseFile &caseFile,
                                                    const Period &period) const
{
    QVector<Line> lines;
    if (caseFile.voided) {
        return lines;
    }
    for (const RegisterDate &date : registerDates(caseFile, {m_sheet.each})) {
        if (isWithin(period, date.day)) {
            lines.append({date.day, lineOf(caseFile, date)});
        }
    }
    const PaperGround ground = m_groundOf(caseFile);
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        const PenaltyRule *rule = ground.regulation.penalty(entry.value(u"penalty"_s).toString());
        const QString state = entry.value(u"state"_s).toString();
        const Day day = Instant::fromUtcMs(entry.value(u"at"_s).toInteger()).localDay();
        const bool stands = state == u"Confirmed" || state == u"Executed";
        if (rule == nullptr || rule->sheet != m_sheet.id || !stands || !isWithin(period, day)) {
            continue;
        }
        const QJsonObject notice = penaltyFields(caseFile, entry, ground);
        const auto known = std::find_if(lines.begin(), lines.end(), [&](const Line &line) {
            return line.second.value(u"respPerson"_s) == notice.value(u"respPerson"_s);
        });
        QJsonObject line = known == lines.end() ? caseFile.fields() : known->second;
        for (auto it = notice.begin(); it != notice.end(); ++it) {
            line.insert(it.key(), it.value());
        }
        line.insert(u"complaintNo"_s, caseFile.caseNo);
        if (known != lines.end()) {
            known->second = line;
        } else {
            lines.append({day, line});
        }
    }
    return lines;
}

Result<QVector<RegisterLines::Line>> RegisterLines::of(const Period &period) const
{
    QVector<Line> lines;
    const auto done =
        eachWriting({m_sheet.each, u"penalty"_s}, period, [&](const CaseFile &caseFile) {
            lines += linesOf(caseFile, period);
        });
    if (!done) {
        return done.error();
    }
    std::stable_sort(
        lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.first < b.first; });
    return lines;
}

} // namespace huiyin
