// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/quietlabel.h>
#include <window/heading.h>
#include <window/penaltyentries.h>

#include <QFrame>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

const auto kPenalize = QStringLiteral("penalize");
const auto kConfirmed = QStringLiteral("Confirmed");
const auto kObjected = QStringLiteral("Objected");
const auto kExecuted = QStringLiteral("Executed");

Day dayOf(const QJsonObject &fact)
{
    return Instant::fromUtcMs(fact.value(QLatin1String("at")).toInteger()).localDay();
}

QString yuanOf(const QJsonObject &object, const QString &key)
{
    return yuanText(object.value(key).toInteger());
}

} // namespace

PenaltyEntries::PenaltyEntries(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

QString PenaltyEntries::stateWord(const QString &state)
{
    return state == QLatin1String("Proposed")   ? tr("proposed")
           : state == kConfirmed                ? tr("confirmed")
           : state == kObjected                 ? tr("objected to")
           : state == QLatin1String("Reversed") ? tr("reversed")
           : state == kExecuted                 ? tr("executed")
                                                : state;
}

const StepOffer *PenaltyEntries::offer(const QString &action) const
{
    const auto at = std::find_if(m_steps.cbegin(), m_steps.cend(), [&](const StepOffer &one) {
        return one.action == action;
    });
    return at == m_steps.cend() ? nullptr : &*at;
}

void PenaltyEntries::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    QJsonObject typed = reasons();
    if (m_case) {
        const QJsonArray before = m_case->value(u"penalties").toArray();
        for (const auto &item : caseFile.value(u"penalties").toArray()) {
            if (!before.contains(item)) {
                typed.remove(item.toObject().value(QLatin1String("id")).toString());
            }
        }
    }
    m_case = caseFile;
    m_steps = steps;
    if (m_page) {
        m_page->hide();
        m_page->deleteLater(); // a button on it may have led here
    }
    m_reasons.clear();
    m_page = new QWidget(this);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacingUnit(font()) * 2);
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    if (!entries.isEmpty()) {
        auto *heading = new Heading(1, m_page);
        heading->setText(tr("Penalties of this case"));
        column->addWidget(heading);
    }
    for (const auto &entry : entries) {
        addEntry(entry.toObject());
    }
    addMonths();
    m_column->addWidget(m_page);
    setVisible(!entries.isEmpty());
    setReasons(typed);
}

QString PenaltyEntries::measureWords(const QJsonObject &entry) const
{
    QStringList words;
    if (entry.contains(QLatin1String("amountFen"))) {
        words.append(tr("%1 yuan").arg(yuanOf(entry, QStringLiteral("amountFen"))));
    }
    if (const int points = entry.value(QLatin1String("points")).toInt(); points > 0) {
        words.append(tr("%n point(s)", nullptr, points));
    }
    words.append(entry.value(QLatin1String("discipline")).toString());
    words.removeAll(QString());
    return words.join(QStringLiteral("  ·  "));
}

void PenaltyEntries::addEntry(const QJsonObject &entry)
{
    const int unit = spacingUnit(font());
    const bool chinese = m_shell.language == Language::Chinese;
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    const QString id = entry.value(QLatin1String("id")).toString();
    const QString state = entry.value(QLatin1String("state")).toString();
    const PenaltyRule *rule = regulation.penalty(entry.value(QLatin1String("penalty")).toString());
    auto *frame = new QFrame(m_page);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    column->setSpacing(unit);
    auto *head = new QHBoxLayout;
    auto *title =
        new QLabel(QStringLiteral("%1  %2  ·  %3  ·  %4")
                       .arg(id,
                            entry.value(QLatin1String("name")).toString(),
                            rule == nullptr ? entry.value(QLatin1String("label")).toString()
                                            : (chinese ? rule->zh : rule->en),
                            stateWord(state)),
                   frame);
    title->setWordWrap(true);
    title->setObjectName(QStringLiteral("entry.") + id);
    auto *measure = new QLabel(measureWords(entry), frame);
    measure->setObjectName(QStringLiteral("measure.") + id);
    head->addWidget(title, 1);
    head->addWidget(measure);
    column->addLayout(head);
    const auto said = [&](const QString &what, const QJsonObject &fact) {
        QStringList words{what,
                          fact.value(QLatin1String("by")).toString(),
                          dayOf(fact).toString(),
                          fact.value(QLatin1String("reason")).toString()};
        words.removeAll(QString());
        column->addWidget(new QuietLabel(words.join(QStringLiteral("  ")), frame));
    };
    said(state == QLatin1String("Proposed") ? tr("Proposal") : tr("Confirmation"), entry);
    for (const auto &[key, what] : {std::pair("objection", tr("Objection")),
                                    std::pair("reversal", tr("Reversal")),
                                    std::pair("execution", tr("Execution"))}) {
        if (const auto fact = entry.value(QLatin1StringView(key)); fact.isObject()) {
            said(what, fact.toObject());
        }
    }
    if (state == kConfirmed && rule != nullptr && rule->objectionDays > 0) {
        const Day last = dayOf(entry).addDays(rule->objectionDays);
        auto *label =
            new QuietLabel(m_shell.desk.now().localDay() > last
                               ? tr("The time to object ended on %1.").arg(last.toString())
                               : tr("May be objected to until %1.").arg(last.toString()),
                           frame);
        label->setObjectName(QStringLiteral("objection.") + id);
        column->addWidget(label);
    }
    if (rule != nullptr) {
        column->addWidget(new QuietLabel(clauseWords(regulation, rule->rules, chinese), frame));
    }
    if (state != QLatin1String("Reversed")) {
        addActions(*column, frame, entry, rule);
    }
    m_page->layout()->addWidget(frame);
}

void PenaltyEntries::addActions(QVBoxLayout &column,
                                QFrame *frame,
                                const QJsonObject &entry,
                                const PenaltyRule *rule)
{
    const QString id = entry.value(QLatin1String("id")).toString();
    const QString state = entry.value(QLatin1String("state")).toString();
    auto *row = new QHBoxLayout;
    row->setSpacing(spacingUnit(font()) * 2);
    auto *reason = new QLineEdit(frame);
    reason->setPlaceholderText(tr("Reason"));
    reason->setAccessibleName(tr("Reason"));
    reason->setObjectName(QStringLiteral("reason.") + id);
    connect(reason, &QLineEdit::textEdited, this, &PenaltyEntries::edited);
    m_reasons.insert(id, reason);
    row->addWidget(reason, 1);
    const auto button = [&](const QString &words, const QString &action, bool fits) {
        const StepOffer *step = offer(action);
        if (!fits || step == nullptr) {
            return;
        }
        auto *press = new QPushButton(words, frame);
        press->setAccessibleName(words);
        press->setEnabled(step->allowed);
        if (!step->obstacles.isEmpty()) {
            press->setToolTip(m_shell.sentence(step->obstacles.first()));
            press->setAccessibleDescription(press->toolTip());
        }
        connect(press, &QPushButton::clicked, this, [this, action, id, reason] {
            QJsonObject input{{QStringLiteral("id"), id}};
            if (action == kPenalize) {
                input = {{QStringLiteral("ids"), QJsonArray{id}}};
            } else if (!reason->text().trimmed().isEmpty()) {
                input.insert(QStringLiteral("reason"), reason->text().trimmed());
            }
            emit submitted(action, input);
        });
        row->addWidget(press);
    };
    const bool confirmed = state == kConfirmed;
    button(tr("Confirm"), kPenalize, state == QLatin1String("Proposed"));
    button(tr("Object"),
           QStringLiteral("objectPenalty"),
           confirmed && rule && rule->objectionDays > 0);
    button(tr("Execute"), QStringLiteral("executePenalty"), confirmed || state == kObjected);
    button(tr("Reverse"), QStringLiteral("reversePenalty"), true);
    column.addLayout(row);
}

void PenaltyEntries::addMonths()
{
    const QString month = m_shell.desk.now().localDay().toString().left(7);
    QStringList lines;
    QStringList names;
    for (const auto &item : m_case->value(u"penalties").toArray()) {
        const QJsonObject entry = item.toObject();
        const QString state = entry.value(QLatin1String("state")).toString();
        if (state != kConfirmed && state != kExecuted) {
            continue;
        }
        const QString name = entry.value(QLatin1String("name")).toString();
        names.append(name);
        for (const auto &part : entry.value(QLatin1String("schedule")).toArray()) {
            const QJsonObject one = part.toObject();
            const QString when = one.value(QLatin1String("month")).toString();
            const QString sum = yuanOf(one, QStringLiteral("amountFen"));
            lines.append(one.value(QLatin1String("carriedFen")).toInteger() > 0
                             ? tr("%1  %2  %3 yuan, of it carried %4")
                                   .arg(when, name, sum, yuanOf(one, QStringLiteral("carriedFen")))
                             : tr("%1  %2  %3 yuan").arg(when, name, sum));
        }
    }
    if (lines.isEmpty()) {
        return;
    }
    lines.sort();
    if (const auto ledger = m_shell.desk.penalties(month)) {
        for (const PenaltySum &sum : ledger->parties) {
            if (names.contains(sum.name)) {
                lines.append(tr("All cases in %1: %2  %3 yuan, %4 points")
                                 .arg(month, sum.name, yuanText(sum.amountFen))
                                 .arg(sum.points));
            }
        }
    }
    auto *heading = new Heading(1, m_page);
    heading->setText(tr("Deductions by month"));
    m_page->layout()->addWidget(heading);
    auto *list = new QuietLabel(lines.join(QLatin1Char('\n')), m_page, Theme::Role::Text);
    list->setObjectName(QStringLiteral("months"));
    m_page->layout()->addWidget(list);
}

QJsonObject PenaltyEntries::reasons() const
{
    QJsonObject typed;
    for (auto it = m_reasons.cbegin(); it != m_reasons.cend(); ++it) {
        if (!it.value()->text().isEmpty()) {
            typed.insert(it.key(), it.value()->text());
        }
    }
    return typed;
}

void PenaltyEntries::setReasons(const QJsonObject &reasons)
{
    for (auto it = reasons.constBegin(); it != reasons.constEnd(); ++it) {
        if (auto *edit = m_reasons.value(it.key())) {
            edit->setText(it.value().toString());
        }
    }
}

} // namespace huiyin
