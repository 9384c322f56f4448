// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <models/regulationwords.h>
#include <window/loanpane.h>
#include <window/panejob.h>
#include <window/regulationtables.h>

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

LoanPane::LoanPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_openOnly(new QCheckBox(tr("Only files still out"), this))
    , m_words(new QLabel(this))
    , m_table(plainTable(tr("Lent files"), this))
    , m_busy(new PaneJob(shell.jobs, m_table))
{
    const auto unit = spacingUnit(font());
    m_openOnly->setAccessibleName(m_openOnly->text());
    m_openOnly->setChecked(true);
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 2);
    column->addWidget(m_openOnly);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addStretch(); // without a list the words stay at the top
    connect(m_openOnly, &QCheckBox::toggled, this, &LoanPane::refresh);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int at) {
        if (at < m_rows.size()) {
            emit caseWanted(m_rows.at(at).caseId);
        }
    });
    m_table->hide();
}

void LoanPane::refresh()
{
    m_busy->start(
        tr("Looking through the lent files"),
        [here = QPointer<LoanPane>(this),
         openOnly = m_openOnly->isChecked()](Desk &desk, const Progress &) -> JobRunner::Finish {
            return [here, rows = desk.loans(openOnly)] {
                if (here) {
                    here->take(rows);
                }
            };
        },
        [here = QPointer<LoanPane>(this)](const Error &error) {
            if (here) {
                here->take(error);
            }
        });
}

void LoanPane::take(const Result<QVector<LoanRow>> &rows)
{
    if (!rows) {
        m_words->setText(m_shell.sentence(rows.error()));
        return;
    }
    m_rows = *rows;
    const auto now = m_shell.desk.now();
    const RegulationWords words(m_shell.desk, m_shell.language);
    const auto moment = [now](const std::optional<Instant> &at) {
        return at ? DeadlineState::momentText(*at, now) : QString();
    };
    RegulationTable table{{tr("Case no."),
                           tr("File no."),
                           tr("Borrower"),
                           tr("Department"),
                           tr("Purpose"),
                           tr("Lent"),
                           tr("Due back"),
                           tr("State")},
                          4,
                          {}};
    int overdue = 0;
    for (const LoanRow &row : std::as_const(m_rows)) {
        const bool late = row.loan.overdue(now);
        overdue += late ? 1 : 0;
        table.rows.append({{row.caseNo,
                            row.archiveNo,
                            row.loan.borrower,
                            row.loan.department,
                            row.loan.purpose,
                            moment(row.loan.lentAt),
                            moment(row.loan.dueBack),
                            late                  ? tr("should be back")
                            : row.loan.returnedAt ? tr("back %1").arg(moment(row.loan.returnedAt))
                                                  : tr("out")},
                           {},
                           late});
    }
    fillTable(m_table, table);
    m_table->setVisible(!m_rows.isEmpty());
    m_words->setText(m_rows.isEmpty() ? tr("No file is lent.")
                     : overdue == 0   ? tr("Every lent file has time left.")
                                      : tr("%n file(s) should be back by now.", nullptr, overdue));
    emit counted(overdue);
}

} // namespace huiyin
