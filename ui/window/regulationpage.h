// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QListWidget;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableWidget;

namespace huiyin {

class Banner;
class Heading;
class ParametersPane;
class MovePane;
class PeoplePane;
class TrialPane;
class UsePane;

/// The packs: what each demands, how its clauses are met, a check of a file, a trial on closed
/// cases, and putting one in force.
class RegulationPage : public Page
{
    Q_OBJECT

public:
    explicit RegulationPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void setWidthInHan(double han) override;

    /// Checks the text of a pack and shows it, or all that is wrong with it.
    void checkFile(const QByteArray &toml, const QString &name);
    void choose(const QString &id);

    [[nodiscard]] QTableWidget *faults() const { return m_faults; }

    [[nodiscard]] TrialPane *trial() const { return m_trial; }

    [[nodiscard]] UsePane *use() const { return m_use; }

    [[nodiscard]] ParametersPane *parameters() const { return m_parameters; }

    [[nodiscard]] MovePane *move() const { return m_move; }

    [[nodiscard]] PeoplePane *people() const { return m_people; }

    [[nodiscard]] QListWidget *list() const { return m_list; }

    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

private:
    /// A file looked at; its pack is nothing while it is faulty.
    struct File
    {
        QByteArray toml;
        QString name;
        RegulationReading reading;
    };

    void openFile();
    void show();
    void addTabs();
    void showTrial();
    void showFaults();
    [[nodiscard]] std::optional<Regulation> chosen() const;
    [[nodiscard]] QString standing(const Regulation &pack) const;
    void putInForce();

    QVector<Regulation> m_packs;
    std::optional<File> m_file;
    Banner *m_said = nullptr;
    QListWidget *m_list = nullptr;
    Heading *m_name = nullptr;
    QLabel *m_standing = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTableWidget *m_clocks = nullptr;
    QTableWidget *m_steps = nullptr;
    QTableWidget *m_clauses = nullptr;
    QTableWidget *m_other = nullptr;
    QTableWidget *m_faults = nullptr;
    UsePane *m_use = nullptr;
    TrialPane *m_trial = nullptr;
    ParametersPane *m_parameters = nullptr;
    MovePane *m_move = nullptr;
    PeoplePane *m_people = nullptr;
};

} // namespace huiyin
