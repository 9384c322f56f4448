// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <models/deadlinestate.h>
#include <window/banner.h>
#include <window/documentpane.h>
#include <window/regulationtables.h>

#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

DocumentPane::DocumentPane(Shell &shell, QWidget *parent)
    : CasePart(parent)
    , m_shell(shell)
    , m_table(plainTable(tr("Documents of the case"), this))
    , m_reason(new QLineEdit(this))
    , m_print(new QPushButton(Theme::icon(QStringLiteral("printer")), tr("Print…"), this))
    , m_void(new QPushButton(tr("Declare void"), this))
    , m_reissue(new QPushButton(tr("Void, and draw up anew"), this))
    , m_said(new Banner(this))
{
    const auto unit = spacingUnit(font());
    m_reason->setPlaceholderText(tr("What is wrong with it; stands in the history"));
    m_reason->setAccessibleName(tr("Why the document is void"));
    m_reissue->setToolTip(
        tr("The old number stays void; the new document takes the next one and is signed anew."));
    auto *label = new QLabel(tr("Reason *"), this);
    label->setBuddy(m_reason);
    auto *reasonRow = new QHBoxLayout;
    reasonRow->setSpacing(unit * 2);
    reasonRow->addWidget(label);
    reasonRow->addWidget(m_reason, 1);
    auto *buttons = new WrapRow;
    buttons->setSpacing(unit * 2);
    buttons->addWidget(m_print);
    buttons->addWidget(m_void);
    buttons->addWidget(m_reissue);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 2);
    column->addWidget(m_said);
    column->addWidget(m_table, 1);
    column->addLayout(reasonRow);
    column->addLayout(buttons);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &DocumentPane::showButtons);
    followSelection(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, &DocumentPane::print);
    connect(m_print, &QPushButton::clicked, this, &DocumentPane::print);
    connect(m_void, &QPushButton::clicked, this, [this] {
        ask(QLatin1StringView(documentstep::kVoid));
    });
    connect(m_reissue, &QPushButton::clicked, this, [this] {
        ask(QLatin1StringView(documentstep::kReissue));
    });
}

void DocumentPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    Q_UNUSED(steps)
    const auto *before = chosen();
    const QString number = before == nullptr ? QString() : before->number;
    m_documents =
        caseDocuments(caseFile, m_shell.desk.regulationOf(caseFile), m_shell.desk.sheets());
    m_names.clear();
    for (const Person &person : m_shell.desk.people()) {
        m_names.insert(person.id, person.name);
    }
    const bool chinese = m_shell.language == Language::Chinese;
    const Instant now = m_shell.desk.now();
    RegulationTable table{{tr("Number"), tr("Form"), tr("Drawn up"), tr("By"), tr("State")}, 4, {}};
    int row = 0;
    for (const CaseDocument &one : std::as_const(m_documents)) {
        const Sheet sheet = m_shell.desk.sheets().value(one.sheet);
        QString state = one.replaces.isEmpty() ? tr("in force")
                                               : tr("in force, instead of %1").arg(one.replaces);
        if (one.isVoid()) {
            state = tr("void %1, %2: %3")
                        .arg(DeadlineState::momentText(*one.voidAt, now),
                             personName(one.voidBy),
                             one.voidReason);
        }
        if (one.number == number || (!number.isEmpty() && one.replaces == number)) {
            row = static_cast<int>(table.rows.size());
        }
        table.rows.append({{one.number,
                            chinese ? sheet.zh : sheet.en,
                            DeadlineState::momentText(one.at, now),
                            personName(one.by),
                            state},
                           state,
                           false});
    }
    fillTable(m_table, table);
    for (int i = 0; i < m_documents.size(); ++i) {
        if (m_documents.at(i).isVoid()) {
            auto letters = m_table->item(i, 0)->font();
            letters.setStrikeOut(true);
            m_table->item(i, 0)->setFont(letters);
        }
    }
    if (!m_documents.isEmpty()) {
        m_table->setCurrentCell(row, 0);
    }
    showButtons();
}

QString DocumentPane::personName(const QString &id) const { return m_names.value(id, id); }

const CaseDocument *DocumentPane::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_documents.size() ? &m_documents.at(row) : nullptr;
}

void DocumentPane::showButtons()
{
    const auto *document = chosen();
    const bool open = document != nullptr && !document->isVoid();
    m_print->setEnabled(document != nullptr);
    m_void->setEnabled(open);
    m_reissue->setEnabled(open);
    m_reason->setEnabled(open);
}

void DocumentPane::print()
{
    if (const auto *document = chosen()) {
        emit printWanted(document->sheet, document->number);
    }
}

bool DocumentPane::takes(const QString &action) const
{
    return action == QLatin1StringView(documentstep::kVoid) ||
           action == QLatin1StringView(documentstep::kReissue);
}

void DocumentPane::ask(const QString &action)
{
    const auto *document = chosen();
    if (document == nullptr) {
        return;
    }
    if (m_reason->text().trimmed().isEmpty()) {
        m_said->say(tr("Write the reason: it stands in the history beside the void number."),
                    Severity::Refusal);
        m_reason->setFocus();
        return;
    }
    emit submitted(action,
                   {{QStringLiteral("document"), document->number},
                    {QStringLiteral("reason"), m_reason->text().trimmed()}});
}

void DocumentPane::recorded()
{
    m_reason->clear();
    m_said->dismiss();
}

void DocumentPane::showFindings(const Findings &findings)
{
    QStringList sentences;
    for (const Finding &finding : findings) {
        sentences.append(m_shell.sentence(finding));
    }
    m_said->say(sentences.join(QLatin1Char('\n')), Severity::Refusal);
    m_said->offerDismissal();
}

void DocumentPane::showError(const Error &error)
{
    m_said->say(m_shell.sentence(error), Severity::Refusal);
    m_said->offerDismissal();
}

bool DocumentPane::dirty() const { return !m_reason->text().trimmed().isEmpty(); }

} // namespace huiyin
