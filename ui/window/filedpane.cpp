// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/regulationwords.h>
#include <window/filedpane.h>
#include <window/panejob.h>
#include <window/regulationtables.h>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

FiledPane::FiledPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_words(new QLabel(this))
    , m_copies(new QLabel(this))
    , m_said(new QLabel(this))
    , m_table(plainTable(tr("Filed cases whose term is over"), this))
    , m_editor(new QWidget(this))
    , m_witness(new QLineEdit(m_editor))
    , m_ground(new QLineEdit(m_editor))
    , m_propose(new QPushButton(tr("Propose destruction"), m_editor))
    , m_approve(new QPushButton(tr("Approve destruction"), m_editor))
    , m_destroy(new QPushButton(tr("Destroy for good"), m_editor))
    , m_busy(new PaneJob(shell.jobs, m_table))
{
    const auto unit = spacingUnit(font());
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_witness->setAccessibleName(tr("Witness"));
    m_witness->setPlaceholderText(tr("Witness of the destruction"));
    m_ground->setAccessibleName(tr("Legal ground"));
    m_ground->setPlaceholderText(tr("By which law or rule"));
    for (auto *label : {m_words, m_copies, m_said}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (auto *button : {m_propose, m_approve, m_destroy}) {
        button->setAccessibleName(button->text());
    }
    auto *grid = new QGridLayout(m_editor);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(unit * 2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_propose, 0, 1);
    grid->addWidget(m_witness, 1, 0);
    grid->addWidget(m_approve, 1, 1);
    grid->addWidget(m_ground, 2, 0);
    grid->addWidget(m_destroy, 2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 2);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addWidget(m_copies);
    column->addWidget(m_editor);
    column->addWidget(m_said);
    column->addStretch(); // without a list the words stay at the top
    connect(m_propose, &QPushButton::clicked, this, [this] { sign(false); });
    connect(m_approve, &QPushButton::clicked, this, [this] { sign(true); });
    connect(m_destroy, &QPushButton::clicked, this, &FiledPane::destroy);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &FiledPane::showButtons);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int at) {
        if (at < m_rows.size()) {
            emit caseWanted(m_rows.at(at).caseId);
        }
    });
    connect(m_busy, &PaneJob::stopped, this, [this] {
        m_said->setText(tr("Looking through the filed cases was stopped. F5 begins anew."));
    });
    m_table->hide();
    m_editor->hide();
    m_copies->hide();
}

bool FiledPane::counting() const { return m_busy->running(); }

void FiledPane::refresh()
{
    m_table->show();
    m_busy->start(
        tr("Looking through the filed cases"),
        [here = QPointer<FiledPane>(this)](Desk &desk,
                                           const Progress &progress) -> JobRunner::Finish {
            const auto rows = desk.retentionDue(desk.now().localDay(), progress);
            QVector<CaseId> signedOnes;
            for (const RetentionRow &row : rows ? *rows : QVector<RetentionRow>()) {
                if (row.destruction.state == Destruction::State::Approved) {
                    signedOnes.append(row.caseId);
                }
            }
            return [here, rows, copies = desk.copiesLeft(signedOnes)] {
                if (here) {
                    here->take(rows, copies);
                }
            };
        },
        [here = QPointer<FiledPane>(this)](const Error &error) {
            if (here) {
                here->take(error, error);
            }
        });
}

QString FiledPane::stateWords(const Destruction &destruction) const
{
    const RegulationWords words(m_shell.desk, m_shell.language);
    switch (destruction.state) {
    case Destruction::State::Due:
        return tr("term over");
    case Destruction::State::Proposed:
        return tr("proposed by %1").arg(words.who({destruction.proposedBy}));
    case Destruction::State::Approved:
        return tr("signed by %1 and %2, witness %3")
            .arg(words.who({destruction.proposedBy}),
                 words.who({destruction.approvedBy}),
                 destruction.witness);
    }
    return {};
}

void FiledPane::take(const Result<QVector<RetentionRow>> &rows, const Result<Finding> &copies)
{
    if (!rows || !copies) {
        m_said->setText(m_shell.sentence(rows ? copies.error() : rows.error()));
        return;
    }
    m_rows = *rows;
    m_copies->setText(m_shell.sentence(*copies));
    RegulationTable table{
        {tr("Case no."), tr("File no."), tr("Kept for"), tr("Term over since"), tr("State")},
        4,
        {}};
    for (const RetentionRow &row : std::as_const(m_rows)) {
        table.rows.append(
            {{row.caseNo,
              row.archiveNo,
              choiceLabel(m_shell.ground(), QStringLiteral("retention"), row.retention),
              row.until.toString(),
              stateWords(row.destruction)},
             {},
             false});
    }
    fillTable(m_table, table);
    const auto count = static_cast<int>(m_rows.size());
    m_table->setVisible(count > 0);
    m_editor->setVisible(count > 0);
    m_words->setText(count == 0
                         ? tr("No filed case has reached the end of its term.")
                         : tr("%n filed case(s) reached the end of the term. Two people sign the "
                              "destruction; what is destroyed cannot be brought back, numbers and "
                              "counts stay.",
                              nullptr,
                              count));
    m_table->selectAll();
    showButtons();
    emit counted(count);
}

QVector<CaseId> FiledPane::chosen(Destruction::State state) const
{
    QVector<CaseId> ids;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_table->selectionModel()->isRowSelected(row) &&
            m_rows.at(row).destruction.state == state) {
            ids.append(m_rows.at(row).caseId);
        }
    }
    return ids;
}

void FiledPane::showButtons()
{
    m_propose->setEnabled(!chosen(Destruction::State::Due).isEmpty());
    m_approve->setEnabled(!chosen(Destruction::State::Proposed).isEmpty());
    m_witness->setEnabled(m_approve->isEnabled());
    m_destroy->setEnabled(!chosen(Destruction::State::Approved).isEmpty());
    m_ground->setEnabled(m_destroy->isEnabled());
    m_copies->setVisible(m_destroy->isEnabled());
}

void FiledPane::tell(const Result<QVector<CaseAnswer>> &answers, const Findings &more)
{
    QStringList sentences;
    if (!answers) {
        sentences.append(m_shell.sentence(answers.error()));
    }
    int done = 0;
    for (const CaseAnswer &answer : answers ? *answers : QVector<CaseAnswer>()) {
        done += refuses(answer.findings) ? 0 : 1;
        for (const Finding &finding : answer.findings) {
            sentences.append(
                QStringLiteral("%1  %2").arg(answer.caseNo, m_shell.sentence(finding)));
        }
    }
    if (done > 0) {
        sentences.prepend(tr("Done for %n case(s).", nullptr, done));
    }
    for (const Finding &finding : done > 0 ? more : Findings()) {
        sentences.append(m_shell.sentence(finding));
    }
    m_said->setText(sentences.join(QLatin1Char('\n')));
    refresh();
}

void FiledPane::sign(bool approval)
{
    m_busy->startLasting(
        approval ? tr("Signing the destruction") : tr("Proposing the destruction"),
        [here = QPointer<FiledPane>(this),
         &window = m_shell.desk,
         ids = chosen(approval ? Destruction::State::Proposed : Destruction::State::Due),
         approval,
         witness = m_witness->text().trimmed()](Desk &desk,
                                                const Progress &progress) -> JobRunner::Finish {
            return
                [here, &window, answers = desk.signDestruction(ids, approval, witness, progress)] {
                    window.reread();
                    if (here) {
                        here->tell(answers);
                    }
                };
        },
        [here = QPointer<FiledPane>(this)](const Error &error) {
            if (here) {
                here->tell(error);
            }
        });
}

void FiledPane::destroy()
{
    m_busy->startLasting(
        tr("Destroying filed cases"),
        [here = QPointer<FiledPane>(this),
         &window = m_shell.desk,
         ids = chosen(Destruction::State::Approved),
         ground = m_ground->text().trimmed()](Desk &desk,
                                              const Progress &progress) -> JobRunner::Finish {
            // Asked before: afterwards nothing tells any more when a case was recorded.
            const auto copies = desk.copiesLeft(ids);
            return [here, &window, copies, answers = desk.destroy(ids, ground, progress)] {
                window.reread();
                if (here) {
                    here->tell(answers, copies ? Findings{*copies} : Findings());
                }
            };
        },
        [here = QPointer<FiledPane>(this)](const Error &error) {
            if (here) {
                here->tell(error);
            }
        });
}

} // namespace huiyin
