// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablecomposer.h>

#include <array>

namespace huiyin {

namespace {

constexpr qsizetype kMostNamed = 20; ///< cases and groups a note names; the rest it counts

QString signedText(qint64 number)
{
    return number > 0 ? QLatin1Char('+') + QString::number(number) : QString::number(number);
}

struct Corrected
{
    const char16_t *zh;
    const char16_t *en;
    qint64 Figures::*figure;
};

constexpr std::array kCorrected{
    Corrected{u"接收", u"received", &Figures::received},
    Corrected{u"结案", u"closed", &Figures::closed},
    Corrected{u"不予受理", u"declined", &Figures::declined},
    Corrected{u"撤诉", u"withdrawn", &Figures::withdrawn},
    Corrected{u"按时", u"on time", &Figures::onTime},
    Corrected{u"逾期", u"late", &Figures::late},
    Corrected{u"成立", u"founded", &Figures::founded},
    Corrected{u"部分成立", u"partly founded", &Figures::partlyFounded},
    Corrected{u"不成立", u"unfounded", &Figures::unfounded},
    Corrected{u"非常满意", u"very satisfied", &Figures::verySatisfied},
    Corrected{u"满意", u"satisfied", &Figures::satisfied},
    Corrected{u"基本满意", u"basically satisfied", &Figures::basicallySatisfied},
    Corrected{u"不满意", u"dissatisfied", &Figures::dissatisfied},
    Corrected{u"回访", u"visited", &Figures::visited},
    Corrected{u"重复", u"repeated", &Figures::repeat},
    Corrected{u"退换货", u"returned", &Figures::returned},
};

/// `接收 −1、成立 +1`; empty where nothing a table shows has changed.
QString changesText(const TableComposer &c, const Figures &late)
{
    QStringList parts;
    for (const Corrected &one : kCorrected) {
        if (late.*one.figure != 0) {
            parts.append(c.say(QString::fromUtf16(one.zh), QString::fromUtf16(one.en)) +
                         QLatin1Char(' ') + signedText(late.*one.figure));
        }
    }
    if (late.lossFen != 0) {
        parts.append(c.say(QStringLiteral("损失 %1 元"), QStringLiteral("loss %1 yuan"))
                         .arg((late.lossFen > 0 ? QStringLiteral("+") : QString()) +
                              moneyText(late.lossFen)));
    }
    return parts.join(c.say(QStringLiteral("、"), QStringLiteral(", ")));
}

QString caseText(const TableComposer &c, const CaseCorrection &one)
{
    QStringList words;
    for (const QString &field : one.fields) {
        const FieldDef *known = c.words().catalogue.field(field);
        words.append(field == QLatin1StringView(CaseCorrection::kVoided)
                         ? c.say(QStringLiteral("作废"), QStringLiteral("cancelled"))
                     : field == QLatin1StringView(CaseCorrection::kTimes)
                         ? c.say(QStringLiteral("时间"), QStringLiteral("times"))
                     : field == QLatin1StringView(CaseCorrection::kAdded)
                         ? c.say(QStringLiteral("补登"), QStringLiteral("registered late"))
                     : known != nullptr ? c.say(known->zh, known->en)
                                        : field);
    }
    return c.say(QStringLiteral("%1（%2）"), QStringLiteral("%1 (%2)"))
        .arg(one.caseNo, words.join(c.say(QStringLiteral("、"), QStringLiteral(", "))));
}

/// The first of many, and how many more there are.
QString someOf(const TableComposer &c, QStringList parts)
{
    const qsizetype more = parts.size() - kMostNamed;
    if (more > 0) {
        parts = parts.mid(0, kMostNamed);
        parts.append(c.say(QStringLiteral("另有 %1 项"), QStringLiteral("%1 more")).arg(more));
    }
    return parts.join(c.say(QStringLiteral("；"), QStringLiteral("; ")));
}

} // namespace

void TableComposer::noteCorrections(TableDocument &table) const
{
    const QString total = changesText(*this, m_statistics.corrections);
    if (!total.isEmpty()) {
        table.notes.append(say(QStringLiteral("含对已结账月份的更正：%1。"),
                               QStringLiteral("Includes corrections of closed months: %1."))
                               .arg(total));
    }
    QStringList groups;
    const FigureTable changes = m_statistics.correctionsBy.value(m_dimension);
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        const auto [first, second] = tallyParts(it.key());
        const QString words = changesText(*this, it.value());
        if (!words.isEmpty()) {
            groups.append(label(first).text +
                          (second.isEmpty() ? QString() : QLatin1Char('/') + second) +
                          say(QStringLiteral("："), QStringLiteral(": ")) + words);
        }
    }
    if (!groups.isEmpty()) {
        table.notes.append(say(QStringLiteral("更正按本表的分组：%1。"),
                               QStringLiteral("Corrections by the groups of this table: %1."))
                               .arg(someOf(*this, groups)));
    }
    QStringList cases;
    for (const CaseCorrection &one : m_statistics.corrected) {
        cases.append(caseText(*this, one));
    }
    if (!cases.isEmpty()) {
        table.notes.append(
            say(QStringLiteral("更正的案件：%1。"), QStringLiteral("Cases corrected: %1."))
                .arg(someOf(*this, cases)));
    }
}

void TableComposer::noteTakenOff(TableDocument &table) const
{
    const QStringList &numbers = m_statistics.declinedEarlier;
    const QString named =
        numbers.isEmpty()
            ? QString()
            : say(QStringLiteral("（%1）"), QStringLiteral(" (%1)")).arg(someOf(*this, numbers));
    table.notes.append(
        say(QStringLiteral(
                "受理已扣除往期接收、当期不予受理的件，点开的清单不含它们：本期 %1 件%2。"),
            QStringLiteral("Accepted takes off cases received earlier and declined in the period; "
                           "the list behind it is without them: %1 in this one%2."))
            .arg(m_statistics.total.declinedEarlier)
            .arg(named));
}

void TableComposer::noteLate(TableDocument &table, const QString &list) const
{
    for (const ListChange &change : m_statistics.lists.late) {
        if (change.list != list) {
            continue;
        }
        const QString comma = say(QStringLiteral("、"), QStringLiteral(", "));
        QStringList parts;
        if (!change.added.isEmpty()) {
            parts.append(say(QStringLiteral("补入 %1"), QStringLiteral("added %1"))
                             .arg(change.added.join(comma)));
        }
        if (!change.removed.isEmpty()) {
            parts.append(say(QStringLiteral("撤出 %1"), QStringLiteral("taken out %1"))
                             .arg(change.removed.join(comma)));
        }
        table.notes.append(
            say(QStringLiteral("对已结账的 %1 的更正：%2。"),
                QStringLiteral("Corrections to the closed month %1: %2."))
                .arg(change.month, parts.join(say(QStringLiteral("；"), QStringLiteral("; ")))));
    }
}

} // namespace huiyin
