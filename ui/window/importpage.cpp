// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerworkbook.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <window/banner.h>
#include <window/heading.h>
#include <window/importpage.h>
#include <window/panejob.h>
#include <window/printing.h>

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kMostLines = 2000;
constexpr int kGroupRole = Qt::UserRole + 1;

/// What became of a row that is not simply taken, as the desk names it; the empty one is all of
/// them.
constexpr const char *kGroups[] = {"", "refused", "warned", "duplicate"};

QString shown(qint64 number) { return QLocale().toString(number); }

} // namespace

/// What a check or an import found.
struct ImportPage::Reading
{
    Result<ImportSummary> summary;
    QVector<ImportLine> lines;

    static Reading
    of(Desk &desk, const QString &path, const ImportOptions &options, const Progress &progress)
    {
        QVector<ImportLine> lines;
        auto summary = desk.importRegister(
            path,
            options,
            [&lines](const ImportLine &line) {
                const bool clean = line.action == QLatin1String("taken") ||
                                   line.action == QLatin1String("blank") ||
                                   line.action == QLatin1String("header");
                if (!clean && lines.size() < kMostLines) {
                    lines.append(line);
                }
            },
            progress);
        return {std::move(summary), lines};
    }
};

ImportPage::ImportPage(Shell &shell, const QString &path, QWidget *parent)
    : Page(shell, parent)
    , m_path(path)
    , m_said(new Banner(this))
    , m_counts(new QLabel(this))
    , m_sheet(new QComboBox(this))
    , m_groups(new QButtonGroup(this))
    , m_table(new QTableWidget(this))
{
    const auto unit = spacingUnit(font());
    auto *heading = new Heading(1.25, this);
    heading->setText(QFileInfo(path).fileName());
    m_counts->setWordWrap(true);

    // Many keep a sheet for every month or shop; a workbook of one says nothing of it.
    auto *asked = new QLabel(tr("Wor&ksheet:"), this);
    asked->setBuddy(m_sheet);
    m_sheet->setAccessibleName(tr("Worksheet"));
    m_sheet->addItems(workbookSheets(path));
    asked->setVisible(m_sheet->count() > 1);
    m_sheet->setVisible(m_sheet->count() > 1);
    auto *of = new QHBoxLayout;
    of->setSpacing(unit);
    of->addWidget(heading);
    of->addSpacing(unit * 3);
    of->addWidget(asked);
    of->addWidget(m_sheet);
    of->addStretch();

    auto *row = new WrapRow;
    row->setSpacing(unit * 2);
    for (int i = 0; i < int(std::size(kGroups)); ++i) {
        auto *button = new QPushButton(this);
        button->setCheckable(true);
        button->setChecked(i == 0);
        m_groups->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch();
    m_again = new QPushButton(Theme::icon(QStringLiteral("refresh")), tr("Check again"), this);
    m_save = new QPushButton(
        Theme::icon(QStringLiteral("file-export")), tr("Save the refused rows…"), this);
    m_act = new QPushButton(this);
    row->addWidget(m_again);
    row->addWidget(m_save);
    row->addWidget(m_act);

    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Rows of the register to look at"));
    // Also where there is no row to look at, one sees how far a job is and can stop it.
    auto *area = new QWidget(this);
    auto *within = new QVBoxLayout(area);
    within->setContentsMargins(0, 0, 0, 0);
    within->addWidget(m_table);
    m_busy = new PaneJob(shell.jobs, area);

    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(unit * 3, unit * 2, unit * 3, 0);
    inside->setSpacing(unit * 2);
    inside->addLayout(of);
    inside->addWidget(m_counts);
    inside->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit * 2);
    column->addWidget(m_said);
    column->addLayout(inside);
    column->addWidget(area, 1);
    setFocusProxy(m_table);

    connect(m_groups, &QButtonGroup::idClicked, this, &ImportPage::filterRows);
    connect(m_again, &QPushButton::clicked, this, &ImportPage::start);
    connect(m_sheet, &QComboBox::activated, this, &ImportPage::start);
    connect(m_save, &QPushButton::clicked, this, &ImportPage::saveRefused);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_stage == Stage::Imported) {
            takeBack();
        } else {
            take();
        }
    });
    connect(m_busy, &PaneJob::stopped, this, [this] {
        m_said->say(tr("The check was stopped; nothing was taken in."), Severity::Hint);
        m_said->offer(tr("Check again"), [this] { start(); });
        m_counts->clear();
    });
    connect(m_busy, &PaneJob::ended, this, [this] { setStage(m_stage); });
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        // Kept cases stand with their numbers: one step leads to them.
        const auto id = m_shell.desk.reader().byNumber(
            m_table->item(item->row(), 0)->data(kGroupRole).toString());
        if (id) {
            emit caseWanted(*id);
        }
    });
    setStage(Stage::Checking);
}

void ImportPage::setStage(Stage stage)
{
    m_stage = stage;
    const bool busy = m_busy->running();
    const bool lines = stage == Stage::Checked || stage == Stage::Imported;
    const qint64 counts[] = {m_summary.refused + m_summary.warned + m_summary.duplicate,
                             m_summary.refused,
                             m_summary.warned,
                             m_summary.duplicate};
    const QString words[] = {
        tr("All to look at  %1"), tr("Refused  %1"), tr("Doubtful  %1"), tr("Already there  %1")};
    for (int i = 0; i < int(std::size(kGroups)); ++i) {
        auto *button = m_groups->button(i);
        button->setText(words[i].arg(shown(counts[i])));
        button->setVisible(lines);
        button->setEnabled(counts[i] > 0);
    }
    m_save->setVisible(lines && m_summary.refused > 0);
    m_save->setEnabled(!busy);
    m_again->setVisible(stage == Stage::Checked || stage == Stage::TakenBack);
    m_again->setEnabled(!busy);
    m_sheet->setEnabled(!busy && (stage == Stage::Checking || stage == Stage::Checked));
    m_act->setVisible(stage != Stage::TakenBack && stage != Stage::Checking);
    m_act->setText(stage == Stage::Imported ? tr("Undo the import")
                                            : tr("Import %1 cases  F8").arg(shown(good())));
    m_act->setIcon(Theme::icon(stage == Stage::Imported ? QStringLiteral("arrow-back-up")
                                                        : QStringLiteral("file-import")));
    m_act->setEnabled(!busy && (stage == Stage::Imported ? !m_summary.batch.isEmpty()
                                                         : stage == Stage::Checked && good() > 0));
    emit statesChanged();
}

ImportOptions ImportPage::options(bool dry) const
{
    ImportOptions options;
    options.dryRun = dry;
    options.sheetName = m_sheet->currentText();
    return options;
}

void ImportPage::start()
{
    m_said->dismiss();
    m_summary = {};
    m_table->setRowCount(0);
    m_counts->setText(tr("The register is being checked; nothing is taken in yet."));
    const QPointer<ImportPage> here(this);
    m_busy->start(
        tr("Checking %1").arg(QFileInfo(m_path).fileName()),
        [here, path = m_path, options = options(true)](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [here, reading = Reading::of(desk, path, options, progress)] {
                here->showReading(reading);
            };
        },
        [here](const Error &error) {
            here->showReading({error, {}});
        });
    setStage(Stage::Checking);
}

void ImportPage::take()
{
    if (m_stage != Stage::Checked || good() == 0 || m_busy->running()) {
        return;
    }
    m_said->dismiss();
    const QPointer<ImportPage> here(this);
    m_busy->startLasting(
        tr("Import of %1").arg(QFileInfo(m_path).fileName()),
        [here, &window = m_shell.desk, path = m_path, options = options(false)](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [here, &window, reading = Reading::of(desk, path, options, progress)] {
                if (reading.summary) {
                    window.reread();
                }
                if (here) {
                    here->showReading(reading);
                }
            };
        },
        [here](const Error &error) {
            if (here) {
                here->showReading({error, {}});
            }
        });
    setStage(Stage::Importing);
}

void ImportPage::showReading(const Reading &reading)
{
    const bool imported = m_stage == Stage::Importing;
    if (!reading.summary) {
        const auto &error = reading.summary.error();
        if (imported && error.code == QLatin1String("store.cancelled")) {
            // Who stopped it asked for it: no fault, and nothing to be alarmed about.
            m_said->say(m_shell.sentence(error), Severity::Hint);
            m_said->offerDismissal();
            setStage(Stage::Checked);
        } else if (imported) {
            // What the check said still holds.
            refuse(tr("Nothing was taken in. ") + m_shell.sentence(error));
            setStage(Stage::Checked);
        } else {
            m_counts->setText(tr("This file cannot be taken in."));
            refuse(m_shell.sentence(error));
            m_said->offer(tr("Check again"), [this] { start(); });
        }
        emit finished();
        return;
    }
    m_summary = *reading.summary;
    const auto words =
        imported ? tr("Taken in: %1, of them to look at: %2.  Refused: %3.  Already there: %4.")
                 : tr("Can be taken in: %1, of them to look at: %2.  Refused: %3.  Already there: "
                      "%4.  Nothing has been taken in yet.");
    m_counts->setText(words.arg(shown(good()),
                                shown(m_summary.warned),
                                shown(m_summary.refused),
                                shown(m_summary.duplicate)));
    showLines(reading.lines);
    if (imported) {
        m_said->say(tr("The register has been taken in: %1 cases.").arg(shown(good())),
                    Severity::Hint);
        m_said->offerDismissal();
    }
    setStage(imported ? Stage::Imported : Stage::Checked);
    emit finished();
}

void ImportPage::setHeads(const QStringList &heads)
{
    // Heights are found once all rows are in.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setRowCount(0);
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
}

void ImportPage::addRow(const QStringList &cells, const QString &group)
{
    const auto row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    m_table->item(row, 0)->setData(kGroupRole, group);
}

void ImportPage::showLines(const QVector<ImportLine> &lines)
{
    const QMap<QString, QString> words = {{QStringLiteral("warned"), tr("doubtful")},
                                          {QStringLiteral("refused"), tr("refused")},
                                          {QStringLiteral("duplicate"), tr("already there")}};
    const auto ground = m_shell.ground();
    m_table->setVisible(!lines.isEmpty());
    setHeads({tr("Line"), tr("Result"), tr("Column"), tr("Why, and what to do")});
    for (const auto &line : lines) {
        QString sameLine = QString::number(line.line);
        auto result = words.value(line.action, line.action);
        for (const auto &reason : line.reasons) {
            // The column is called as in the file, so that it is found there.
            const auto head = m_summary.mapping.key(reason.field);
            const auto column = reason.field.isEmpty() ? tr("whole row")
                                : head.isEmpty()       ? fieldLabel(ground, reason.field)
                                                       : head;
            addRow({sameLine, result, column, m_shell.sentence(reason)}, line.action);
            sameLine.clear();
            result.clear();
        }
    }
    m_groups->button(0)->setChecked(true);
    filterRows();
    fitTable();
    m_table->setAccessibleDescription(lines.size() == kMostLines
                                          ? tr("Only the first %1 rows are shown.").arg(kMostLines)
                                          : QString());
}

void ImportPage::showKept(const Findings &kept)
{
    setHeads({tr("Case no."), tr("Result"), tr("Why, and what to do")});
    m_table->setVisible(!kept.isEmpty()); // an empty table says nothing
    for (const auto &finding : kept) {
        const auto number = finding.args.value(QStringLiteral("case"));
        addRow({number, tr("kept"), m_shell.sentence(finding)}, number);
    }
    fitTable();
}

void ImportPage::fitTable()
{
    const auto han = hanWidth(font());
    const auto last = m_table->columnCount() - 1;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < last; ++column) {
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + han, han * 16));
    }
    if (last >= 0) {
        m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
        m_table->horizontalHeader()->setSectionResizeMode(last, QHeaderView::Stretch);
    }
    m_table->verticalHeader()->setMinimumSectionSize(fontMetrics().height() * 8 / 5);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void ImportPage::filterRows()
{
    const auto group = QString::fromLatin1(kGroups[std::max(0, m_groups->checkedId())]);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setRowHidden(
            row, !group.isEmpty() && m_table->item(row, 0)->data(kGroupRole).toString() != group);
    }
}

void ImportPage::takeBack()
{
    if (m_stage != Stage::Imported || m_busy->running()) {
        return;
    }
    m_said->dismiss();

    struct Back
    {
        Result<qint64> cases = qint64(0);
        Findings kept;
    };

    const QPointer<ImportPage> here(this);
    m_busy->startLasting(
        tr("Taking the import back"),
        [here, &window = m_shell.desk, batch = m_summary.batch](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            Back back;
            back.cases = desk.undoImport(batch, progress, &back.kept);
            return [here, &window, back] {
                if (back.cases) {
                    window.reread();
                }
                if (!here) {
                    return;
                }
                if (!back.cases) {
                    here->refuse(here->m_shell.sentence(back.cases.error()));
                    return;
                }
                auto words = ImportPage::tr(
                    "%Ln case(s) taken back.", nullptr, static_cast<int>(*back.cases));
                if (!back.kept.isEmpty()) {
                    words += QLatin1Char(' ') +
                             ImportPage::tr("%Ln case(s) stay because somebody has worked on them.",
                                            nullptr,
                                            static_cast<int>(back.kept.size()));
                }
                here->m_counts->setText(words);
                here->showKept(back.kept);
                here->setStage(Stage::TakenBack);
                emit here->finished();
            };
        },
        [here](const Error &error) {
            if (here) {
                here->refuse(here->m_shell.sentence(error));
            }
        });
    setStage(Stage::Imported);
}

void ImportPage::saveRefused()
{
    const auto name = tr("%1 refused rows.csv").arg(QFileInfo(m_path).completeBaseName());
    askWhere(m_shell,
             this,
             tr("Save the refused rows"),
             name,
             QStringLiteral("*.csv"),
             [this](const QString &path) {
                 const QPointer<ImportPage> here(this);
                 m_shell.jobs.start(
                     tr("Save the refused rows"),
                     [here, path, from = m_path, options = options(true)](
                         Desk &desk, const Progress &progress) mutable -> JobRunner::Finish {
                         options.rejectsPath = path;
                         const auto saved = desk.importRegister(from, options, {}, progress);
                         return [here, path, saved] {
                             if (here && !saved) {
                                 here->refuse(here->m_shell.sentence(saved.error()));
                             } else if (here) {
                                 here->m_said->say(
                                     ImportPage::tr("The refused rows stand in %1, each with its "
                                                    "reason; mend them there and import that file.")
                                         .arg(path),
                                     Severity::Hint);
                                 here->m_said->offerDismissal();
                             }
                         };
                     },
                     [here](const Error &error) {
                         if (here) {
                             here->refuse(here->m_shell.sentence(error));
                         }
                     });
             });
}

void ImportPage::refuse(const QString &sentence)
{
    m_said->say(sentence, Severity::Refusal);
    m_said->offerDismissal();
}

QString ImportPage::title() const { return tr("Import"); }

QString ImportPage::iconName() const { return QStringLiteral("file-import"); }

std::optional<CommandState> ImportPage::state(const QString &command) const
{
    if (command == QLatin1String("form.submit")) {
        return CommandState{m_stage == Stage::Checked && good() > 0 && !m_busy->running(),
                            m_stage == Stage::Checked ? tr("No row of this file can be taken in.")
                                                      : tr("The check comes first.")};
    }
    return std::nullopt;
}

void ImportPage::perform(const QString &command)
{
    if (command == QLatin1String("form.submit")) {
        take();
    }
}

QList<QWidget *> ImportPage::panes() const { return {m_table, m_act}; }

void ImportPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_table) {
        fitTable();
    }
}

} // namespace huiyin
