// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <window/parameterspane.h>
#include <window/regulationtables.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

ParametersPane::ParametersPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_table(plainTable(tr("Figures of the house"), this))
    , m_editor(new QWidget(this))
    , m_name(new QLabel(m_editor))
    , m_unit(new QLabel(m_editor))
    , m_said(new QLabel(this))
    , m_value(new QLineEdit(m_editor))
    , m_reason(new QLineEdit(m_editor))
    , m_record(new QPushButton(tr("Record figure"), m_editor))
    , m_back(new QPushButton(tr("Back to the regulation's"), m_editor))
{
    const auto unit = spacingUnit(font());
    m_value->setAccessibleName(tr("Value"));
    m_value->setAlignment(Qt::AlignRight);
    m_value->setFixedWidth(hanWidth(font()) * 8);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason: decision, announcement, its date"));
    m_name->setWordWrap(true);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    for (auto *button : {m_record, m_back}) {
        button->setAccessibleName(button->text());
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(unit * 2);
    row->addWidget(m_value);
    row->addWidget(m_unit);
    row->addWidget(m_reason, 1);
    row->addWidget(m_record);
    row->addWidget(m_back);
    auto *editing = new QVBoxLayout(m_editor);
    editing->setContentsMargins(0, 0, 0, 0);
    editing->addWidget(m_name);
    editing->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit);
    column->setSpacing(unit * 2);
    column->addWidget(m_table, 1);
    column->addWidget(m_editor);
    column->addWidget(m_said);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ParametersPane::showCurrent);
    connect(m_record, &QPushButton::clicked, this, [this] { change(m_value->text().trimmed()); });
    connect(m_back, &QPushButton::clicked, this, [this] { change({}); });
    connect(m_value, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    connect(m_reason, &QLineEdit::returnPressed, m_record, &QPushButton::click);
}

void ParametersPane::setRegulation(const QString &id)
{
    if (id != m_id) {
        m_said->clear();
    }
    m_id = id;
    refresh();
}

QString ParametersPane::valueWords(const ParameterRule &rule, std::optional<qint64> scaled) const
{
    if (!scaled) {
        return tr("not entered yet");
    }
    return rule.unit == QLatin1String("yuan")      ? tr("%1 yuan").arg(yuanText(fenOfYuan(*scaled)))
           : rule.unit == QLatin1String("percent") ? figureText(*scaled) + QStringLiteral(" %")
                                                   : figureText(*scaled);
}

QString ParametersPane::sourceWords(const ParameterState &state) const
{
    if (!state.change) {
        return state.rule.own ? tr("of the house") : tr("the regulation");
    }
    QString who = state.change->by;
    for (const Person &person : m_shell.desk.people()) {
        who = person.id == state.change->by ? person.name : who;
    }
    const QString what = state.rule.own ? tr("%1, %2") : tr("back to the regulation's: %1, %2");
    return what.arg(who, DeadlineState::momentText(state.change->at, m_shell.desk.now())) +
           (state.change->reason.isEmpty() ? QString()
                                           : QStringLiteral("  ") + state.change->reason);
}

void ParametersPane::refresh()
{
    const int before = m_table->currentRow();
    m_states = m_id.isEmpty() ? QVector<ParameterState>() : m_shell.desk.parameters(m_id);
    RegulationTable table{{tr("Figure"),
                           tr("In force"),
                           tr("The regulation's"),
                           tr("Source"),
                           tr("Clause"),
                           tr("To confirm")},
                          0,
                          {}};
    const RegulationWords words(m_shell.desk, m_shell.language);
    for (const ParameterState &state : std::as_const(m_states)) {
        const QString open = state.rule.open();
        table.rows.append({{words.of(state.rule.zh, state.rule.en),
                            valueWords(state.rule, state.rule.scaled),
                            valueWords(state.rule, state.rule.written),
                            sourceWords(state),
                            state.rule.rules.join(QLatin1Char(' ')),
                            open.isEmpty() ? QString() : tr("to confirm")},
                           RegulationWords::confirmation(open) +
                               (open.isEmpty() ? QString() : QStringLiteral("\n")) +
                               words.clauses(state.rule.rules),
                           !open.isEmpty()});
    }
    const QSignalBlocker blocker(m_table);
    fillTable(m_table, table);
    m_table->setCurrentCell(std::clamp(before, 0, std::max(count() - 1, 0)), 0);
    showCurrent();
}

void ParametersPane::showCurrent()
{
    const int row = m_table->currentRow();
    m_editor->setVisible(row >= 0 && row < count());
    if (row < 0 || row >= count()) {
        return;
    }
    const ParameterRule &rule = m_states.at(row).rule;
    const RegulationWords words(m_shell.desk, m_shell.language);
    QStringList lines{words.of(rule.zh, rule.en), RegulationWords::confirmation(rule.open())};
    lines.removeAll(QString());
    m_name->setText(lines.join(QLatin1Char('\n')));
    m_unit->setText(rule.unit == QLatin1String("yuan")      ? tr("yuan")
                    : rule.unit == QLatin1String("percent") ? QStringLiteral("%")
                                                            : QString());
    m_value->setText(rule.scaled ? figureText(*rule.scaled) : QString());
    m_reason->clear();
    m_back->setEnabled(rule.own);
}

void ParametersPane::change(const QString &text)
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= count()) {
        return;
    }
    const ParameterState state = m_states.at(row);
    const auto outcome = m_shell.desk.setParameter(
        state.rule.id, text, m_reason->text().trimmed(), state.regulation);
    if (!outcome) {
        m_said->setText(m_shell.sentence(outcome.error()));
        return;
    }
    QStringList sentences;
    for (const Finding &finding : outcome->findings) {
        sentences.append(m_shell.sentence(finding));
    }
    m_said->setText(sentences.join(QLatin1Char('\n')));
    if (!refuses(outcome->findings)) {
        emit said(tr("Figure recorded; it counts for every computation from now on."));
        refresh();
    }
}

} // namespace huiyin
